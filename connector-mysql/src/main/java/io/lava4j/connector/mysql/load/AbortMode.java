package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;

/** There must be no rows. */
record AbortMode(TableName fills) implements TableMode {

    @Override
    public void check(LoadSession session) throws SQLException {
        refuseRows(session, "");
    }

    /** Asks with a lock, which keeps rows of others out to the end; FOR UPDATE would ask for more rights than SELECT. */
    @Override
    public long begin(LoadSession session) throws SQLException {
        refuseRows(session, " LOCK IN SHARE MODE");
        return 0;
    }

    private void refuseRows(LoadSession session, String lock) throws SQLException {
        if (!session.query(TableStatements.anyRow(fills) + lock, row -> true).isEmpty()) {
            throw new JobFailedException(
                    "table " + fills + " holds rows, and mode 'abort' wants it empty; empty it, or use another mode");
        }
    }
}
