package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;

/**
 * What may be done to a table whose name is not a run's own. Once the session of a run is lost, another run may have had the
 * lock and filled the table before anybody comes back to it: rows are never ours then.
 */
final class SharedName {

    private SharedName() {}

    static boolean isEmpty(LoadSession session, TableName table) throws SQLException {
        return session.query("SELECT 1 FROM " + table.quoted() + " LIMIT 1", row -> true)
                .isEmpty();
    }

    static void dropIfEmpty(LoadSession session, TableName table) throws SQLException {
        boolean there = !session.query(
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
                        row -> true,
                        table.schema(),
                        table.table())
                .isEmpty();
        if (there && isEmpty(session, table)) {
            session.execute(TableStatements.drop(table));
        }
    }
}
