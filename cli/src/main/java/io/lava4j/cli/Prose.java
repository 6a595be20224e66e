package io.lava4j.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sentences for a person. On a terminal they are broken between words; elsewhere each stays one line, which can be searched.
 *
 * @param to where they go
 * @param width the columns that a line may take
 * @param ink for the words that are looked for
 */
record Prose(PrintStream to, int width, Ink ink) {

    private static final String LAVA = "lava:";
    private static final int INDENTATION = 2;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\r\t]]");

    void say(String text) {
        text.lines().forEach(line -> say(line, INDENTATION));
    }

    /** One line, which goes on so many columns from the left. */
    void say(String line, int indentation) {
        broken(line, indentation).forEach(to::println);
    }

    /** What may hold words of others, such as a server's or the name of an object: they do not control the terminal. */
    void tell(String text) {
        say(harmless(text));
    }

    /** Something of lava itself, which is no fault. */
    void remark(String text) {
        tell(LAVA + " " + text);
    }

    void fault(String text) {
        String marked = LAVA + " " + harmless(text);
        marked.lines()
                .flatMap(line -> broken(line, INDENTATION).stream())
                .map(this::painted)
                .forEach(to::println);
    }

    /** The same without characters that control a terminal, the ends of lines aside. */
    static String harmless(String text) {
        return CONTROLS.matcher(text).replaceAll("\ufffd");
    }

    private List<String> broken(String line, int indentation) {
        return new Wrapping(width).lines(line, indentation);
    }

    private String painted(String line) {
        return line.startsWith(LAVA) ? ink.bad(LAVA) + line.substring(LAVA.length()) : line;
    }
}
