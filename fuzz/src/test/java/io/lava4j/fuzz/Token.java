package io.lava4j.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A piece of a statement, as a server takes it.
 *
 * @param kind what it is
 * @param text what it stands for: of a string the characters, of a name the name
 */
public record Token(Kind kind, String text) {

    /** What a piece may be. */
    public enum Kind {
        WORD,
        STRING,
        HEX,
        NAME,
        MARK,
        COMMENT,
        UNCLOSED
    }

    public static Token word(String text) {
        return new Token(Kind.WORD, text);
    }

    public static Token string(String text) {
        return new Token(Kind.STRING, text);
    }

    public static Token name(String text) {
        return new Token(Kind.NAME, text);
    }

    public static Token mark(String text) {
        return new Token(Kind.MARK, text);
    }

    /** A string whose bytes count, however it is written. */
    public static Token bytes(byte[] bytes) {
        return new Token(Kind.HEX, HexFormat.of().formatHex(bytes));
    }

    /** Whether a piece that was found is this one that was meant. */
    boolean is(Token found) {
        if (kind == Kind.HEX && found.kind == Kind.STRING) {
            byte[] bytes = HexFormat.of().parseHex(text);
            return found.text.chars().allMatch(each -> each < 0x80)
                    && Arrays.equals(bytes, found.text.getBytes(StandardCharsets.US_ASCII));
        }
        return kind == found.kind
                && (kind == Kind.WORD || kind == Kind.HEX
                        ? text.equalsIgnoreCase(found.text)
                        : text.equals(found.text));
    }
}
