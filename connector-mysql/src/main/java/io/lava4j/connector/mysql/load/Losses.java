package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.spi.Listener;
import java.sql.SQLException;
import java.util.List;

/**
 * What a swap for a table of the same definition loses, and that is not worth forbidding it.
 *
 * @param table the table
 * @param checks the names of its CHECK constraints
 * @param histograms its columns with a histogram
 */
record Losses(TableName table, List<String> checks, List<String> histograms) {

    Losses {
        checks = List.copyOf(checks);
        histograms = List.copyOf(histograms);
    }

    /** For a new definition, with nothing to keep. */
    static Losses none(TableName table) {
        return new Losses(table, List.of(), List.of());
    }

    static Losses of(LoadSession session, TableName table) throws SQLException {
        return new Losses(table, checks(session, table), histograms(session, table));
    }

    /** Tells of them, after the swap. */
    void tell(LoadSession session, Listener listener) throws SQLException {
        List<String> now = checks.isEmpty() ? checks : checks(session, table);
        if (!now.equals(checks)) {
            listener.event("table " + table + ": the server has renamed the CHECK constraints "
                    + String.join(", ", checks) + " to " + String.join(", ", now));
        }
        if (!histograms.isEmpty()) {
            listener.event("table " + table + ": the histograms of columns " + String.join(", ", histograms)
                    + " are gone; ANALYZE TABLE makes them anew");
        }
    }

    private static List<String> checks(LoadSession session, TableName table) throws SQLException {
        return session.query(
                "SELECT constraint_name FROM information_schema.table_constraints WHERE constraint_type = 'CHECK'"
                        + " AND table_schema = ? AND table_name = ? ORDER BY constraint_name",
                row -> row.getString(1),
                table.schema(),
                table.table());
    }

    private static List<String> histograms(LoadSession session, TableName table) throws SQLException {
        try {
            return session.query(
                    session.isMariaDb()
                            ? "SELECT column_name FROM mysql.column_stats WHERE db_name = ? AND table_name = ? ORDER BY 1"
                            : "SELECT column_name FROM information_schema.column_statistics WHERE schema_name = ?"
                                    + " AND table_name = ? ORDER BY 1",
                    row -> row.getString(1),
                    table.schema(),
                    table.table());
        } catch (SQLException notAllowed) {
            // MariaDB keeps them in a table that not everyone may read.
            return List.of();
        }
    }
}
