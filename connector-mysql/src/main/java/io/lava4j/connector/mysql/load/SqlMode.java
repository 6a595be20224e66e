package io.lava4j.connector.mysql.load;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The {@code sql_mode} of a load session: strict, and with the SQL dialect that we write. */
final class SqlMode {

    private static final List<String> ADDED = List.of("STRICT_TRANS_TABLES", "NO_ENGINE_SUBSTITUTION");

    /** Under NO_BACKSLASH_ESCAPES a literal could be ended by what it holds; the dialect modes of MariaDB imply such modes. */
    private static final Set<String> REMOVED = Set.of(
            "NO_BACKSLASH_ESCAPES",
            "ANSI_QUOTES",
            "PIPES_AS_CONCAT",
            "IGNORE_SPACE",
            "EMPTY_STRING_IS_NULL",
            "ANSI",
            "DB2",
            "MAXDB",
            "MSSQL",
            "MYSQL323",
            "MYSQL40",
            "ORACLE",
            "POSTGRESQL");

    private SqlMode() {}

    static String forLoading(String server) {
        Set<String> modes = new LinkedHashSet<>(Arrays.asList(server.split(",")));
        modes.removeAll(REMOVED);
        modes.remove("");
        modes.addAll(ADDED);
        return String.join(",", modes);
    }
}
