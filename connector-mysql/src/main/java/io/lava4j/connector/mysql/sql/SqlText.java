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

    /** A schema's name where GRANT takes a pattern: before {@code .*}. */
    public static String schemaPattern(String name) {
        return identifier(name.replaceAll("[\\\\_%]", "\\\\$0"));
    }

    /** The name that an identifier means, in back quotes or without. */
    public static String unquoted(String identifier) {
        return identifier.startsWith("`")
                ? identifier.substring(1, identifier.length() - 1).replace("``", "`")
                : identifier;
    }
}
