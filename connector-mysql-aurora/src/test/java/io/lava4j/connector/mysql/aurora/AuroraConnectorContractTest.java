package io.lava4j.connector.mysql.aurora;

import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.SqlSourceContract;
import io.lava4j.testing.TestedConnection;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** As an IAM user of the stand-in's. */
@ExtendWith(SandboxExtension.class)
class AuroraConnectorContractTest extends SqlSourceContract {

    private AwsSettings settings;
    private TestedConnection connection;

    @BeforeEach
    void start(Sandbox sandbox) {
        settings = AwsSettings.of(sandbox);
        IamConnection iam = IamConnection.to(sandbox.aurora());
        Map<String, Object> nowhere = new HashMap<>(iam.spec);
        nowhere.put("port", 1);
        connection = new TestedConnection(AuroraConnectorProvider::new, iam.spec, nowhere, iam.credentials());
    }

    @AfterEach
    void putBack() {
        settings.close();
    }

    @Override
    protected TestedConnection connection() {
        return connection;
    }
}
