package io.lava4j.connector.mysql;

import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.sandbox.Database;
import java.util.Map;
import java.util.Optional;

/** A database as the contracts want to be told of it. */
record Served(Database database) {

    /** Nothing listens there: servers are given ports from 1024 on. */
    static final int NOBODYS_PORT = 1;

    Map<String, Object> fields() {
        return Map.of(
                "host", database.host(),
                "port", database.port(),
                "database", database.name(),
                "user", database.user(),
                "password", "/lava/test/contract");
    }

    Map<String, Object> unreachable() {
        return Map.of("host", "127.0.0.1", "port", NOBODYS_PORT, "database", "none", "user", "nobody");
    }

    Credentials credentials() {
        return new Credentials(database.user(), new Secret(database.password()), Optional.empty());
    }
}
