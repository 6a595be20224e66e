package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;

/** The rows are deleted in the load's own transaction. */
record DeleteMode(TableName fills) implements TableMode {

    @Override
    public List<TableName> deletesFrom() {
        return List.of(fills);
    }

    @Override
    public List<String> before() {
        return List.of("DELETE FROM " + fills.quoted());
    }

    /** Finds a missing right. */
    @Override
    public void check(LoadSession session) throws SQLException {
        session.execute(before().get(0) + " WHERE FALSE");
    }
}
