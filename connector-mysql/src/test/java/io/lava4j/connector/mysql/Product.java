package io.lava4j.connector.mysql;

import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.ServerCertificate;
import io.lava4j.sandbox.ServerOptions;

/** Both databases, for tests that ask the same of each. */
enum Product {
    MYSQL {
        @Override
        DatabaseServer in(Sandbox sandbox, ServerOptions options) {
            return sandbox.mysql(options);
        }
    },
    MARIADB {
        @Override
        DatabaseServer in(Sandbox sandbox, ServerOptions options) {
            return sandbox.mariadb(options);
        }
    };

    /** One variant for several tests, as starting a server takes its time. */
    private static final ServerOptions VARIANT = ServerOptions.standard()
            .with(ServerCertificate.ELSEWHERE)
            .with("--performance-schema=ON")
            .with("--secure-file-priv=");

    abstract DatabaseServer in(Sandbox sandbox, ServerOptions options);

    /** A server whose certificate is for another host, and that tells the attributes of its sessions. */
    DatabaseServer elsewhere(Sandbox sandbox) {
        return in(sandbox, VARIANT);
    }

    DatabaseServer withoutTls(Sandbox sandbox) {
        return in(sandbox, ServerOptions.standard().with(ServerCertificate.NONE));
    }

    DatabaseServer in(Sandbox sandbox) {
        return in(sandbox, ServerOptions.standard());
    }
}
