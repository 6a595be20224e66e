package io.lava4j.cli;

import java.io.PrintStream;
import java.util.List;

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

    void say(String text) {
        text.lines().forEach(line -> say(line, INDENTATION));
    }

    /** One line, which goes on so many columns from the left. */
    void say(String line, int indentation) {
        broken(line, indentation).forEach(to::println);
    }

    /** Something of lava itself, which is no fault. */
    void remark(String text) {
        say(LAVA + " " + text);
    }

    void fault(String text) {
        String marked = LAVA + " " + text;
        marked.lines()
                .flatMap(line -> broken(line, INDENTATION).stream())
                .map(this::painted)
                .forEach(to::println);
    }

    private List<String> broken(String line, int indentation) {
        return new Wrapping(width).lines(Ink.harmless(line), indentation);
    }

    private String painted(String line) {
        return line.startsWith(LAVA) ? ink.bad(LAVA) + line.substring(LAVA.length()) : line;
    }
}
