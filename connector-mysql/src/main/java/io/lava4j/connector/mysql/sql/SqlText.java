package io.lava4j.connector.mysql.sql;

/** Quoting, for sessions whose {@code sql_mode} has neither NO_BACKSLASH_ESCAPES nor ANSI_QUOTES. */
public final class SqlText {

    private SqlText() {}

    /** Any text as a literal. */
    public static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0") + "'";
    }

    /** Any name as an identifier. */
    public static String identifier(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
