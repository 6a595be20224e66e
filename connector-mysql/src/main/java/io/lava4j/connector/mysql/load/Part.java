package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.stream.PartStream;

/**
 * What one statement loads of an object.
 *
 * @param origin the object, or a part of it
 * @param rows its rows
 */
record Part(Origin origin, PartStream rows) implements AutoCloseable {

    @Override
    public void close() {
        rows.close();
    }
}
