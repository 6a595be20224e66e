package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A way for objects into a table. */
interface DataPath {

    /** {@code client} or {@code server}. */
    String name();

    /** Why this one. */
    String reason();

    /** Whether the server reads the data itself: a load that we have left goes on there until it is ended. */
    default boolean isOfServer() {
        return false;
    }

    /** The exact statement for one object. */
    String statement(StoredObject object);

    /** Runs the statement without data on the table, where that can be done; changes nothing. */
    void rehearse() throws SQLException;

    /** The same way for parts of objects, over several sessions at once; empty where there is none. */
    default Optional<PartPath> parts() {
        return Optional.empty();
    }

    /** Called once before the first object; gives what is to be looked at after the last. */
    default Proof begin() throws SQLException {
        return Proof.NONE;
    }

    /**
     * Loads one object.
     *
     * @param object the object
     * @param passed told of bytes as they are handed over
     * @return what the server says
     * @throws SQLException if the server refuses
     * @throws io.lava4j.core.error.JobFailedException if the data breaks off
     */
    Loaded load(StoredObject object, LongConsumer passed) throws SQLException;
}
