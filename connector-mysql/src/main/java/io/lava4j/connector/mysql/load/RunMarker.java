package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.SqlText;
import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A row in the table {@code lava_runs}, written in the load's own transaction: there when, and only when, the load is
 * committed. The table is made by people: see {@link #creation}.
 *
 * @param table the table
 * @param runId the run's own id
 */
record RunMarker(TableName table, String runId) {

    static final String TABLE = "lava_runs";
    private static final int DAYS_KEPT = 30;

    /**
     * Finds the table, and checks that it can be written.
     *
     * @param schemas where to look, in order
     * @return the run's marker; empty when there is no such table
     */
    static Optional<RunMarker> find(LoadSession session, List<String> schemas, String runId) throws SQLException {
        Optional<RunMarker> marker = lookUp(session, schemas).map(table -> new RunMarker(table, runId));
        if (marker.isPresent()) {
            marker.get().tryOut(session);
        }
        return marker;
    }

    /** The table alone. */
    static Optional<TableName> lookUp(LoadSession session, List<String> schemas) throws SQLException {
        for (String schema : schemas) {
            TableName table = new TableName(schema, TABLE);
            if (TargetTable.lookUp(session, table).isPresent()) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** Writes nothing, for which the same is needed as for a row. */
    void tryOut(LoadSession session) throws SQLException {
        session.execute(
                "INSERT INTO " + table.quoted() + " (run_id) SELECT '' FROM " + table.quoted() + " WHERE FALSE");
    }

    /** What makes the table. */
    static String creation(TableName table) {
        return "CREATE TABLE " + table.quoted() + " (run_id VARCHAR(64) NOT NULL PRIMARY KEY,"
                + " written TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY (written))";
    }

    String statement() {
        return "INSERT INTO " + table.quoted() + " (run_id) VALUES (" + SqlText.literal(runId) + ")";
    }

    void write(LoadSession session) throws SQLException {
        session.execute(statement());
    }

    boolean isThere(LoadSession session) throws SQLException {
        String question = "SELECT 1 FROM " + table.quoted() + " WHERE run_id = " + SqlText.literal(runId);
        return !session.query(question, row -> true).isEmpty();
    }

    /** Old rows are of no use to anybody. To remove them is not worth a failure. */
    void removeOld(LoadSession session) {
        try {
            session.execute(
                    "DELETE FROM " + table.quoted() + " WHERE written < NOW() - INTERVAL " + DAYS_KEPT + " DAY");
            session.commit();
        } catch (SQLException refused) {
            session.rollback();
        }
    }
}
