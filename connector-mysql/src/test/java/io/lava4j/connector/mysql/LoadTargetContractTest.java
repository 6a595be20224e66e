package io.lava4j.connector.mysql;

import io.lava4j.connector.mysql.provider.MySqlConnectorProvider;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.LoadTargetContract;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class LoadTargetContractTest {

    @Nested
    class OnMySql extends OnServer {
        OnMySql() {
            super(Product.MYSQL);
        }
    }

    @Nested
    class OnMariaDb extends OnServer {
        OnMariaDb() {
            super(Product.MARIADB);
        }
    }

    abstract static class OnServer extends LoadTargetContract {

        private final Product product;
        private Served served;

        OnServer(Product product) {
            this.product = product;
        }

        @BeforeEach
        void start(Sandbox sandbox) {
            served = new Served(product.in(sandbox).newDatabase());
        }

        @Override
        protected ConnectorProvider provider() {
            return new MySqlConnectorProvider();
        }

        @Override
        protected Map<String, Object> fields() {
            return served.fields();
        }

        @Override
        protected Map<String, Object> unreachable() {
            return served.unreachable();
        }

        @Override
        protected Credentials credentials() {
            return served.credentials();
        }

        @Override
        protected String schema() {
            return served.database().name();
        }
    }
}
