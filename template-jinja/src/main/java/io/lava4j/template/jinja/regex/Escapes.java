package io.lava4j.template.jinja.regex;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands behind a backslash. */
final class Escapes {

    private static final String SPACE =
            "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
    private static final Map<Character, Integer> CONTROLS =
            Map.of('a', 7, 'b', 8, 'f', 12, 'n', 10, 'r', 13, 't', 9, 'v', 11);
    private static final Pattern OCTAL = Pattern.compile("0[0-7]{0,2}|[1-3][0-7]{2}");
    private static final Pattern HEX = Pattern.compile("x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}");

    private final Scanner in;
    private final String word;
    private final String digit;
    private final String space;

    /**
     * A translated escape.
     *
     * @param translated in Java's syntax
     * @param reads whether it reads a character
     */
    record Atom(String translated, boolean reads) {}

    Escapes(Scanner in, boolean ascii) {
        this.in = in;
        word = ascii ? "a-zA-Z0-9_" : "\\p{L}\\p{N}_";
        digit = ascii ? "0-9" : "\\p{Nd}";
        space = ascii ? "\\t-\\r\\x20" : SPACE;
    }

    Atom next() {
        in.next();
        char letter = in.peek();
        switch (letter) {
            case 'A' -> {
                return position("\\A");
            }
            case 'Z' -> {
                return position("\\z");
            }
            case 'b' -> {
                return position("(?:(?<=[W])(?![W])|(?<![W])(?=[W]))".replace("W", word));
            }
            case 'B' -> {
                return position("(?:(?<=[W])(?=[W])|(?<![W])(?![W]))".replace("W", word));
            }
            default -> {
                String set = set(letter);
                return set.isEmpty() ? new Atom(literal(point()), true) : character("[" + set + "]");
            }
        }
    }

    private Atom position(String translated) {
        in.next();
        return new Atom(translated, false);
    }

    private Atom character(String translated) {
        in.next();
        return new Atom(translated, true);
    }

    /** What a set such as {@code \w} is inside of brackets; empty for any other letter. */
    String set(char letter) {
        return switch (letter) {
            case 'w' -> word;
            case 'd' -> digit;
            case 's' -> space;
            case 'W' -> "[^" + word + "]";
            case 'D' -> "[^" + digit + "]";
            case 'S' -> "[^" + space + "]";
            default -> "";
        };
    }

    /** The character that is meant; the backslash is read already. */
    int point() {
        Optional<Integer> code = in.find(OCTAL)
                .map(octal -> Integer.parseInt(octal.group(), 8))
                .or(() ->
                        in.find(HEX).map(hex -> valid(Long.parseLong(hex.group().substring(1), 16))));
        if (code.isPresent()) {
            return code.get();
        }
        int point = in.nextPoint();
        if (CONTROLS.containsKey((char) point)) {
            return CONTROLS.get((char) point);
        }
        if (point < 128 && Character.isLetterOrDigit(point)) {
            throw in.fault("bad escape \\" + (char) point);
        }
        return point;
    }

    private int valid(long point) {
        if (point > Character.MAX_CODE_POINT) {
            throw in.fault("bad escape: no such character");
        }
        return (int) point;
    }

    static String literal(int point) {
        return Character.isLetterOrDigit(point) && point < 128
                ? Character.toString(point)
                : String.format("\\x{%x}", point);
    }
}
