package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.S3LoadPath;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Errors of a server that reads S3 itself.
 *
 * @param session the session that they come to
 * @param s3 what knows them
 */
record S3Faults(LoadSession session, S3LoadPath s3) {

    /** What is behind an error, the server's own words at the end; empty when it is not about S3. */
    Optional<String> explain(SQLException refused) throws SQLException {
        ServerWarning said = ServerWarning.of(refused);
        return said.isOfServer()
                ? session.ask(connection -> s3.explain(refused, connection))
                        .map(missing -> missing + "; the server says: " + said)
                : Optional.empty();
    }
}
