package io.lava4j.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text between words, so that a terminal does not within them.
 *
 * @param width the columns that a line may take, more than any indentation; a longer word is cut
 */
record Wrapping(int width) {

    /** The lines of a text; each after the first begins with blanks. */
    List<String> lines(String text, int indentation) {
        List<String> lines = new ArrayList<>();
        String rest = text.stripTrailing();
        while (rest.length() > width) {
            int end = end(rest);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = " ".repeat(indentation) + rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Behind the last word that fits; a blank of the indentation ends none. */
    private int end(String text) {
        int blank = text.lastIndexOf(' ', width);
        return text.substring(0, Math.max(0, blank)).isBlank() ? width : blank;
    }
}
