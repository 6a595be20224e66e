package io.lava4j.connector.mysql;

import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.sandbox.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

/** A database as the contracts want to be told of it. */
record Served(Database database) {

    Map<String, Object> fields() {
        return Map.of(
                "host", database.host(),
                "port", database.port(),
                "database", database.name(),
                "user", database.user(),
                "password", "/lava/test/contract");
    }

    Map<String, Object> unreachable() {
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            return Map.of(
                    "host", "127.0.0.1", "port", closedAtOnce.getLocalPort(), "database", "none", "user", "nobody");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Credentials credentials() {
        return new Credentials(database.user(), new Secret(database.password()), Optional.empty());
    }
}
