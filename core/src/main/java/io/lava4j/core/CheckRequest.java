package io.lava4j.core;

import io.lava4j.core.error.ConfigurationException;
import java.util.Optional;

/**
 * Which connection to check, and what else to look at.
 *
 * @param connId its {@code conn_id}
 * @param table the table to look at, as a job names it, perhaps with its schema and a dot before; empty for whatever a
 *     job may fill
 * @param loadFrom objects to look at too, as {@code s3://bucket/prefix}
 */
public record CheckRequest(String connId, Optional<String> table, Optional<String> loadFrom) {

    /**
     * Looks at the location.
     *
     * @throws ConfigurationException if it is not {@code s3://bucket} with perhaps a prefix
     */
    public CheckRequest {
        loadFrom.filter(location -> !location.matches("(?s)s3://[^/]+(/.*)?")).ifPresent(wrong -> {
            throw new ConfigurationException("'" + wrong
                    + "' is no place of objects: expected s3://BUCKET/PREFIX, of which the prefix may be left out");
        });
    }

    /**
     * A connection, and nothing else.
     *
     * @param connId its {@code conn_id}
     * @return the request
     */
    public static CheckRequest connection(String connId) {
        return new CheckRequest(connId, Optional.empty(), Optional.empty());
    }
}
