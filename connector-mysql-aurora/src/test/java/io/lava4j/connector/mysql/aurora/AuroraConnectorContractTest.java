package io.lava4j.connector.mysql.aurora;

import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.SqlSourceContract;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** As an IAM user of the stand-in's. */
@ExtendWith(SandboxExtension.class)
class AuroraConnectorContractTest extends SqlSourceContract {

    private AwsSettings settings;
    private IamConnection connection;
    private Credentials credentials;

    @BeforeEach
    void start(Sandbox sandbox) {
        settings = AwsSettings.of(sandbox);
        connection = IamConnection.to(sandbox.aurora());
        credentials = connection.credentials();
    }

    @AfterEach
    void putBack() {
        settings.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new AuroraConnectorProvider();
    }

    @Override
    protected Map<String, Object> fields() {
        return connection.spec;
    }

    @Override
    protected Map<String, Object> unreachable() {
        Map<String, Object> nowhere = new HashMap<>(connection.spec);
        nowhere.put("port", 1);
        return nowhere;
    }

    @Override
    protected Credentials credentials() {
        return credentials;
    }
}
