package io.lava4j.cli;

import java.util.regex.Pattern;

/**
 * Colours, for the few words that are looked for.
 *
 * @param shown whether there are any
 */
record Ink(boolean shown) {

    /** What a terminal may obey, but for these colours. */
    private static final Pattern FOREIGN =
            Pattern.compile("\033(?!\\[(?:0|1|32|1;31)m)|[\\x00-\\x08\\x0a-\\x1a\\x1c-\\x1f\\x7f-\\x9f]");

    /** A line of a text: names of objects and values of specs may hold what a terminal would obey. */
    static String harmless(String line) {
        return FOREIGN.matcher(line).replaceAll("?");
    }

    /** What failed. */
    String bad(String text) {
        return painted("1;31", text);
    }

    /** What succeeded. */
    String good(String text) {
        return painted("32", text);
    }

    /** What works, and is not as it should be. */
    String doubtful(String text) {
        return painted("33", text);
    }

    /** A heading. */
    String strong(String text) {
        return painted("1", text);
    }

    private String painted(String code, String text) {
        return shown ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
