package io.lava4j.core.spi;

import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * A database that loads from S3 by itself. It puts rows into one existing table: no DDL, no commit. At most one a type.
 * Found by {@link java.util.ServiceLoader}.
 */
public interface S3LoadPath {

    /**
     * The connection types it serves, in lower case.
     *
     * @return at least one
     */
    Set<String> types();

    /**
     * Whether this load can go this way. Changes nothing.
     *
     * @param request the load
     * @param connection a session of the database; stays open
     * @return empty when it can, else the reason why not, for a person
     * @throws SQLException if the server cannot be asked
     */
    Optional<String> refusal(LoadRequest request, Connection connection) throws SQLException;

    /**
     * The exact statement that loads one object.
     *
     * @param request the load
     * @param table the quoted name of the table to fill, which need not be the request's
     * @param object the object
     * @return one SQL statement
     */
    String statement(LoadRequest request, String table, StoredObject object);
}
