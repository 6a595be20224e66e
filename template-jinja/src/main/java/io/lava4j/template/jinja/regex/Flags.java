package io.lava4j.template.jinja.regex;

/**
 * Flags of a regular expression.
 *
 * @param bits as Python numbers them
 */
record Flags(int bits) {

    static Flags of(String letters) {
        int bits = 0;
        for (char letter : letters == null ? new char[0] : letters.toCharArray()) {
            bits |= switch (letter) {
                case 'i' -> 2;
                case 'm' -> 8;
                case 's' -> 16;
                case 'x' -> 64;
                case 'a' -> 256;
                default -> 0;
            };
        }
        return new Flags(bits);
    }

    Flags with(Flags added) {
        return new Flags(bits | added.bits);
    }

    Flags without(Flags removed) {
        return new Flags(bits & ~removed.bits);
    }

    boolean ignoreCase() {
        return (bits & 2) != 0;
    }

    boolean multiline() {
        return (bits & 8) != 0;
    }

    boolean dotAll() {
        return (bits & 16) != 0;
    }

    boolean verbose() {
        return (bits & 64) != 0;
    }

    boolean ascii() {
        return (bits & 256) != 0;
    }
}
