package io.lava4j.distribution;

import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.ServerOptions;
import java.util.function.BiFunction;

/** Both databases, for tests that ask the same of each. */
enum Product {
    MYSQL(Sandbox::mysql),
    MARIADB(Sandbox::mariadb);

    private final BiFunction<Sandbox, ServerOptions, DatabaseServer> server;

    Product(BiFunction<Sandbox, ServerOptions, DatabaseServer> server) {
        this.server = server;
    }

    DatabaseServer in(Sandbox sandbox) {
        return in(sandbox, ServerOptions.standard());
    }

    DatabaseServer in(Sandbox sandbox, ServerOptions options) {
        return server.apply(sandbox, options);
    }
}
