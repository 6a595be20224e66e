package io.lava4j.cli;

/**
 * Colours, for the few words that are looked for.
 *
 * @param shown whether there are any
 */
record Ink(boolean shown) {

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
