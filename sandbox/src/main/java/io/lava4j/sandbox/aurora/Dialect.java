package io.lava4j.sandbox.aurora;

import java.util.Set;

/**
 * How a session's sql_mode has quotes read.
 *
 * @param backslashes whether a backslash escapes within a text literal
 * @param doubleQuotedNames whether double quotes stand around an identifier, not around a text
 */
record Dialect(boolean backslashes, boolean doubleQuotedNames) {
    static final Dialect STANDARD = new Dialect(true, false);

    static Dialect of(String sqlMode) {
        Set<String> modes = Set.of(sqlMode.split(","));
        return new Dialect(!modes.contains("NO_BACKSLASH_ESCAPES"), modes.contains("ANSI_QUOTES"));
    }

    /** A text as a literal. */
    String literal(String text) {
        String escaped = backslashes ? text.replace("\\", "\\\\") : text;
        return "'" + escaped.replace("'", "''") + "'";
    }

    /** The text that a literal stands for. */
    String value(Lexeme literal) {
        String raw = literal.text();
        char quote = raw.charAt(0);
        var value = new StringBuilder();
        for (int at = 1; at < raw.length() - 1; at++) {
            char character = raw.charAt(at);
            if (character == '\\' && backslashes) {
                value.append(escaped(raw.charAt(++at)));
            } else {
                value.append(character);
                at += character == quote ? 1 : 0;
            }
        }
        return value.toString();
    }

    /** MySQL's manual, String Literals, Special Character Escape Sequences. */
    private static String escaped(char character) {
        return switch (character) {
            case '0' -> "\0";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + character;
            default -> String.valueOf(character);
        };
    }
}
