package io.lava4j.jobs.exe;

import io.lava4j.fuzz.Choices;
import java.util.List;

/** Words as someone may write them for a shell: in quotes of either kind, behind backslashes, and where it is safe plain. */
final class WrittenWords {

    private static final String SPECIAL_IN_QUOTES = "$`\"\\";

    private WrittenWords() {}

    /** @param forShell whether a shell reads it, to which more characters mean something */
    static String of(Choices data, List<String> words, boolean forShell) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append(data.one(
                    forShell ? List.of(" ", "  ", "\t", " \\\n") : List.of(" ", "  ", "\t", "\n", "\r\n", " \\\n")));
            word(data, word, forShell, line);
        }
        return line.append(data.yes() ? " " : "").toString();
    }

    private static void word(Choices data, String word, boolean forShell, StringBuilder line) {
        int at = 0;
        while (at < word.length()) {
            int end = Math.min(word.length(), at + data.number(1, 4));
            end += Character.isHighSurrogate(word.charAt(end - 1)) && end < word.length() ? 1 : 0;
            part(data, word.substring(at, end), forShell, line);
            at = end;
        }
    }

    private static void part(Choices data, String part, boolean forShell, StringBuilder line) {
        boolean plain = forShell ? part.matches("[A-Za-z0-9_./:,@%+=-]*") : part.matches("[^ \t\r\n'\"\\\\]*");
        int way = data.number(0, 3);
        if (way == 0 && plain) {
            line.append(part);
        } else if (way == 1 && part.indexOf('\'') < 0) {
            line.append('\'').append(part).append('\'');
        } else if (way == 2
                && part.indexOf('\n') < 0
                && part.chars().noneMatch(each -> Character.isSurrogate((char) each))) {
            part.codePoints().forEach(each -> line.append('\\').appendCodePoint(each));
        } else {
            line.append('"');
            for (char each : part.toCharArray()) {
                line.append(SPECIAL_IN_QUOTES.indexOf(each) >= 0 ? "\\" : "").append(each);
            }
            line.append('"');
        }
    }
}
