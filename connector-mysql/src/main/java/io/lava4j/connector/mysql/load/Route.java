package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.S3LoadPath;
import java.util.List;
import java.util.Optional;

/**
 * Which way the data goes, whatever the table.
 *
 * @param server the database's own way; empty for the way through this process
 * @param dialler opens further sessions of the database
 * @param reason why this one
 * @param setUp the statements that have made the session fit for it
 */
record Route(Optional<S3LoadPath> server, Dialler dialler, String reason, List<String> setUp) {

    Route {
        setUp = List.copyOf(setUp);
    }

    /** The way into a table whose rows have so many fields. */
    DataPath to(LoadSession session, LoadRequest request, TableName table, int fields) {
        return server.isPresent()
                ? new ServerPath(session, dialler, request, table, server.get(), reason)
                : new ClientPath(session, request, table, fields, reason);
    }
}
