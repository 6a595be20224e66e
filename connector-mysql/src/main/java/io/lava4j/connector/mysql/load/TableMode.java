package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.LoadRequest.Mode;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** What a job's mode does with the rows that are there. */
interface TableMode {

    static TableMode of(Mode mode, TableName target) {
        return switch (mode) {
            case APPEND -> new AppendMode(target);
            case ABORT -> new AbortMode(target);
            case DELETE -> new DeleteMode(target);
            default ->
                throw new ConfigurationException("mode '" + mode.name().toLowerCase(Locale.ROOT)
                        + "' is not there yet; use abort, append or delete");
        };
    }

    /** The table that the rows go into. */
    TableName fills();

    /** The statements before the load, in its transaction. */
    default List<String> before() {
        return List.of();
    }

    /** Checks that the mode can do its part; changes nothing. Asked when the load is prepared, and again at its start. */
    default void check(LoadSession session) throws SQLException {}

    /** Does its part before the load; gives the number of rows deleted. */
    default long begin(LoadSession session) throws SQLException {
        long deleted = 0;
        for (String statement : before()) {
            deleted += session.execute(statement);
        }
        return deleted;
    }
}
