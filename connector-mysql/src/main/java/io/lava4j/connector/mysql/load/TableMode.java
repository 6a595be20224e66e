package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;

/** What a load's transaction does with the rows that are there. */
interface TableMode {

    /** The table that the rows go into. */
    TableName fills();

    /** The tables of which it deletes all rows. */
    default List<TableName> deletesFrom() {
        return List.of();
    }

    /** The statements before the load, in its transaction. */
    default List<String> before() {
        return List.of();
    }

    /** The statements after the load, in its transaction. */
    default List<String> after() {
        return List.of();
    }

    /** Checks that the mode can do its part; changes nothing. Asked when the load is prepared, and again at its start. */
    default void check(LoadSession session) throws SQLException {}

    /** Does its part before the load; gives the number of rows deleted. */
    default long begin(LoadSession session) throws SQLException {
        return session.executeAll(before());
    }

    /** Does its part after the load; gives the number of rows deleted. */
    default long end(LoadSession session) throws SQLException {
        return session.executeAll(after());
    }
}
