package io.lava4j.sandbox;

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

    abstract DatabaseServer in(Sandbox sandbox, ServerOptions options);

    DatabaseServer in(Sandbox sandbox) {
        return in(sandbox, ServerOptions.standard());
    }
}
