package io.lava4j.template.jinja.value;

import java.util.List;
import java.util.stream.IntStream;

/** Positions in strings as Python counts them: in code points. */
public final class Points {

    private Points() {}

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Where in Java's string a position of Python's is. */
    public static int offset(String text, int position) {
        return length(text) == text.length() ? position : text.offsetByCodePoints(0, position);
    }

    /** The position of Python's for an index of Java's; -1 stays. */
    public static int position(String text, int index) {
        return index < 0 ? -1 : text.codePointCount(0, index);
    }

    public static List<Value> characters(String text) {
        return text.codePoints()
                .<Value>mapToObj(point -> new Str(Character.toString(point)))
                .toList();
    }

    public static String pick(String text, IntStream positions) {
        int[] points = text.codePoints().toArray();
        StringBuilder picked = new StringBuilder();
        positions.forEach(position -> picked.appendCodePoint(points[position]));
        return picked.toString();
    }
}
