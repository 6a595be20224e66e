package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.stream.HandedStream;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.InputStream;
import java.sql.SQLException;

/**
 * Feeds data to a load statement.
 *
 * @param session runs it
 * @param statement the statement
 */
record Feed(LoadSession session, String statement) {

    /**
     * Runs it.
     *
     * @param object where the data comes from, for messages
     * @throws io.lava4j.core.error.JobFailedException if the data breaks off: the session has ended then
     */
    Loaded with(StoredObject object, InputStream data) throws SQLException {
        HandedStream handed = new HandedStream(data, session.pulse(), session::abort);
        try {
            return session.load(statement, handed);
        } catch (SQLException | RuntimeException consequence) {
            if (handed.failure().isEmpty()) {
                throw consequence;
            }
            // The driver says "Unable to open file", whatever it was.
            throw ObjectReading.broken(object, handed.failure().get());
        }
    }
}
