package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;

/** There must be no rows. */
record AbortMode(TableName fills) implements TableMode {

    @Override
    public void check(LoadSession session) throws SQLException {
        if (!session.query("SELECT 1 FROM " + fills.quoted() + " LIMIT 1", row -> true)
                .isEmpty()) {
            throw new JobFailedException(
                    "table " + fills + " holds rows, and mode 'abort' wants it empty; empty it, or use another mode");
        }
    }
}
