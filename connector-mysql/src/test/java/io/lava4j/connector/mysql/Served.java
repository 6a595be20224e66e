package io.lava4j.connector.mysql;

import io.lava4j.connector.mysql.provider.MySqlConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.testing.TestedConnection;
import java.util.Map;
import java.util.Optional;

/** A new database as the contracts want to be told of it. */
record Served(String database, TestedConnection connection) {

    /** Nothing listens there: servers are given ports from 1024 on. */
    static final int NOBODYS_PORT = 1;

    static Served by(DatabaseServer server) {
        Database database = server.newDatabase();
        return new Served(
                database.name(),
                new TestedConnection(
                        MySqlConnectorProvider::new, fields(database), unreachable(), credentials(database)));
    }

    private static Map<String, Object> fields(Database database) {
        return Map.of(
                "host", database.host(),
                "port", database.port(),
                "database", database.name(),
                "user", database.user(),
                "password", "/lava/test/contract");
    }

    private static Map<String, Object> unreachable() {
        return Map.of("host", "127.0.0.1", "port", NOBODYS_PORT, "database", "none", "user", "nobody");
    }

    private static Credentials credentials(Database database) {
        return new Credentials(database.user(), new Secret(database.password()), Optional.empty());
    }
}
