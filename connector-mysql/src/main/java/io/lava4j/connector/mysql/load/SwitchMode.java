package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
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
    public List<String> after() {
        return new DeleteMode(empties).before();
    }

    @Override
    public void check(LoadSession session) throws SQLException {
        new DeleteMode(empties).check(session);
    }
}
