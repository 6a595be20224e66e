package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;
import java.util.List;

/**
 * One table is filled, and the rows of the other are deleted in the same transaction.
 *
 * @param fills the table that is empty
 * @param empties the other
 */
record SwitchMode(TableName fills, TableName empties) implements TableMode {

    @Override
    public List<TableName> deletesFrom() {
        return List.of(empties);
    }

    @Override
    public List<String> after() {
        return new DeleteMode(empties).before();
    }

    @Override
    public void check(LoadSession session) throws SQLException {
        new DeleteMode(empties).check(session);
    }

    /** Asks with a lock, as {@link AbortMode}: rows that others put into the empty table would stay in it. */
    @Override
    public long begin(LoadSession session) throws SQLException {
        if (!session.query(TableStatements.anyRow(fills) + " LOCK IN SHARE MODE", row -> true)
                .isEmpty()) {
            throw new JobFailedException(
                    "table " + fills
                            + " has got rows since it was found empty, and mode 'switch' fills an empty one; look who writes into it");
        }
        return 0;
    }
}
