package io.lava4j.template.jinja.value;

/** Finds a text in another in linear time: Java's own search takes quadratic time on texts such as {@code aaaa…}. */
public final class Search {

    /** Below this the simple way is faster. */
    private static final int SHORT = 32;

    private Search() {}

    public static int first(String text, String wanted, int from) {
        return wanted.length() <= SHORT ? text.indexOf(wanted, from) : matched(text, wanted, from, false);
    }

    /** The last one that ends before {@code end}. */
    public static int last(String text, String wanted, int end) {
        return wanted.length() <= SHORT
                ? text.lastIndexOf(wanted, end - wanted.length())
                : matched(text.substring(0, Math.max(0, end)), wanted, 0, true);
    }

    /** After Knuth, Morris and Pratt. */
    private static int matched(String text, String wanted, int from, boolean last) {
        int[] borders = borders(wanted);
        int found = -1;
        int length = 0;
        for (int at = from; at < text.length(); at++) {
            length = extended(wanted, borders, length, text.charAt(at));
            if (length == wanted.length()) {
                found = at - length + 1;
                if (!last) {
                    return found;
                }
                length = borders[length - 1];
            }
        }
        return found;
    }

    /** For each start of a text, the length of its longest other start that it also ends with. */
    private static int[] borders(String wanted) {
        int[] borders = new int[wanted.length()];
        for (int at = 1; at < wanted.length(); at++) {
            borders[at] = extended(wanted, borders, borders[at - 1], wanted.charAt(at));
        }
        return borders;
    }

    private static int extended(String wanted, int[] borders, int length, char next) {
        int kept = length;
        while (kept > 0 && (kept == wanted.length() || wanted.charAt(kept) != next)) {
            kept = borders[kept - 1];
        }
        return wanted.charAt(kept) == next ? kept + 1 : kept;
    }
}
