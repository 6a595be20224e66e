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
        return session.query(TableStatements.anyRow(table), row -> true).isEmpty();
    }

    /** Gives whether there is no such table now. */
    static boolean dropIfEmpty(LoadSession session, TableName table) throws SQLException {
        if (!session.hasTable(table)) {
            return true;
        }
        boolean empty = isEmpty(session, table);
        if (empty) {
            session.execute(TableStatements.drop(table));
        }
        return empty;
    }
}
