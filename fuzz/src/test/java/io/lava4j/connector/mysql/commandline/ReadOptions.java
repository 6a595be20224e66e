package io.lava4j.connector.mysql.commandline;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads an option file as the clients' own code documents it: lines; blanks around them do not count, nor do lines that begin
 * with # or ;. A line that begins with ! includes a file. Behind the first = a value may stand in quotes, which go; a
 * backslash escapes.
 */
final class ReadOptions {

    private static final String ESCAPES = "bnrts";
    private static final String ESCAPED = "\b\n\r\t ";

    private ReadOptions() {}

    static List<String> of(String file) {
        List<String> options = new ArrayList<>();
        for (String line : file.split("\n")) {
            String trimmed = trimmed(line);
            if (trimmed.startsWith("!")) {
                throw new AssertionError("a file is included: " + trimmed);
            }
            if (trimmed.startsWith("[") && !trimmed.equals("[mysql]")) {
                throw new AssertionError("another group begins: " + trimmed);
            }
            if (!trimmed.isEmpty() && "#;[".indexOf(trimmed.charAt(0)) < 0) {
                options.add(option(trimmed));
            }
        }
        return options;
    }

    private static String option(String line) {
        int equals = line.indexOf('=');
        return equals < 0
                ? "--" + withoutComment(line)
                : "--" + trimmed(line.substring(0, equals)) + "="
                        + value(trimmed(withoutComment(line.substring(equals + 1))));
    }

    /** A comment begins with # outside of quotes. */
    private static String withoutComment(String text) {
        char quote = 0;
        boolean escape = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if ((next == '\'' || next == '"') && !escape) {
                quote = quote == 0 ? next : quote == next ? 0 : quote;
            } else if (next == '#' && quote == 0) {
                return text.substring(0, at);
            }
            escape = quote != 0 && next == '\\' && !escape;
        }
        return text;
    }

    private static String value(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(0) == text.charAt(text.length() - 1);
        String inner = quoted ? text.substring(1, text.length() - 1) : text;
        StringBuilder value = new StringBuilder();
        for (int at = 0; at < inner.length(); at++) {
            char next = inner.charAt(at);
            if (next != '\\' || at + 1 == inner.length()) {
                value.append(next);
                continue;
            }
            char escaped = inner.charAt(++at);
            int known = ESCAPES.indexOf(escaped);
            if (known >= 0) {
                value.append(ESCAPED.charAt(known));
            } else if ("\"'\\".indexOf(escaped) >= 0) {
                value.append(escaped);
            } else {
                value.append('\\').append(escaped);
            }
        }
        return value.toString();
    }

    private static String trimmed(String text) {
        return text.replaceAll("^[ \t\r\f\u000b]+|[ \t\r\f\u000b]+$", "");
    }
}
