package io.lava4j.jobs.exe;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into words as a POSIX shell does it: blanks separate them; single quotes, double quotes and backslashes keep
 * what they quote. Nothing else has a meaning: no variables, no patterns, no comments, no operators.
 */
final class ShellWords {

    private static final String BLANKS = " \t\r\n";
    private static final String ESCAPED_IN_QUOTES = "$`\"\\";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException with the fault, said of the text: {@code has a …} */
    static List<String> of(String text) {
        return new ShellWords(text).cut();
    }

    private List<String> cut() {
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (BLANKS.indexOf(next) >= 0) {
                endWord();
            } else if (next == '\\' && text.startsWith("\n", at)) {
                at++; // the line goes on
            } else {
                inWord = true;
                quotedOrPlain(next);
            }
        }
        endWord();
        return List.copyOf(words);
    }

    private void quotedOrPlain(char next) {
        switch (next) {
            case '\'' -> inSingleQuotes();
            case '"' -> inDoubleQuotes();
            case '\\' -> escaped();
            default -> word.append(next);
        }
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void inSingleQuotes() {
        int end = text.indexOf('\'', at);
        if (end < 0) {
            throw open("single quote", at);
        }
        word.append(text, at, end);
        at = end + 1;
    }

    private void inDoubleQuotes() {
        int begin = at;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return;
            }
            if (next == '\\' && at < text.length() && ESCAPED_IN_QUOTES.indexOf(text.charAt(at)) >= 0) {
                word.append(text.charAt(at++));
            } else {
                word.append(next);
            }
        }
        throw open("double quote", begin);
    }

    private void escaped() {
        if (at == text.length()) {
            throw new IllegalArgumentException(
                    "ends in a backslash, expected a character behind it; a backslash itself is written \\\\");
        }
        word.append(text.charAt(at++));
    }

    private static IllegalArgumentException open(String quote, int place) {
        return new IllegalArgumentException("has a " + quote + " at character " + place
                + " that is not closed, expected another one; one that is meant itself follows a backslash");
    }
}
