package io.lava4j.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts that want to be more than a text. */
public final class Hostile {

    /** What ends, opens, hides or escapes something in SQL, shells, option files, URLs, JSON, templates or terminals. */
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\\'",
            "\\",
            "\\\\",
            "\"",
            "\"\"",
            "\\\"",
            "`",
            "``",
            "\\`",
            ";",
            "--",
            "-- ",
            "#",
            "/*",
            "*/",
            "/*!50000",
            "(",
            ")",
            ",",
            ".",
            "=",
            "@",
            "@@",
            "%",
            "_",
            "*",
            "?",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "|",
            "||",
            "&",
            "&&",
            "!",
            "$",
            "$(",
            "$(id)",
            "`id`",
            "${IFS}",
            "~",
            "^",
            ":",
            "/",
            "//",
            "../",
            "..",
            "/../",
            "\0",
            "\b",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\f",
            "\u001a",
            "\u001b",
            "\u001b[2J",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\u02bc",
            "\uff07",
            "\u2019",
            "\u00a5",
            "\u0160",
            "\u00ff",
            "\u4e00",
            "\uff5c",
            "\ud83d\ude00",
            "\ud800",
            "\udc00",
            " ",
            "  ",
            "a",
            "A",
            "b",
            "x",
            "0",
            "1",
            "-1",
            "é",
            "İ",
            "ı",
            "ß",
            "ﬁ",
            " OR 1=1",
            "UNION SELECT",
            "DROP TABLE t",
            "INTO OUTFILE",
            "NULL",
            "SET",
            "IGNORE",
            "LINES",
            "LOCAL INFILE",
            "X'41'",
            "0x41",
            "_binary",
            "N'a'",
            "b'1'",
            "!include /etc/passwd",
            "[mysql]",
            "--host=evil",
            "plugin-dir=/tmp",
            "?allowLoadLocalInfile=true",
            "&autoDeserialize=true",
            "#fragment",
            "?versionId=1",
            "%2e%2e%2f",
            "%00",
            "%27",
            "+",
            "s3://",
            "s3-eu-west-1://b/k",
            "{fn now()}",
            "{d '2020-01-01'}",
            "{escape 'x'}",
            "/*{fn a}",
            "{{",
            "}}",
            "{%",
            "%}",
            "{# ",
            "\\x27",
            "\\u0027",
            "\\n",
            "\\0",
            "\\Z",
            "\\%",
            "\\_");

    private Hostile() {}

    /** Any text; empty too. */
    public static String text(Choices data) {
        StringBuilder text = new StringBuilder();
        int pieces = data.number(0, 8);
        for (int piece = 0; piece < pieces; piece++) {
            text.append(data.number(0, 9) == 0 ? data.anything(12) : data.one(PIECES));
        }
        return text.toString();
    }

    /** Any text but the empty one. */
    public static String name(Choices data) {
        String text = text(data);
        return text.isEmpty() ? "n" : text;
    }

    /** Whether a text has no lone half of a character. */
    public static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** A few names. */
    public static List<String> names(Choices data, int most) {
        List<String> names = new ArrayList<>();
        int count = data.number(0, most);
        while (names.size() < count) {
            names.add(name(data));
        }
        return names;
    }
}
