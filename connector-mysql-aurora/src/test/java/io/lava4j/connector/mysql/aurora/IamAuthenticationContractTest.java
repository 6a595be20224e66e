package io.lava4j.connector.mysql.aurora;

import io.lava4j.core.spi.Authentication;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.AuthenticationContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class IamAuthenticationContractTest extends AuthenticationContract {

    private static final String HOST = "mydb.cluster-abc123.ap-southeast-2.rds.amazonaws.com";

    private AwsSettings settings;

    @BeforeEach
    void theSdkFindsTheSandbox(Sandbox sandbox) {
        settings = AwsSettings.of(sandbox);
    }

    @AfterEach
    void putBack() {
        settings.close();
    }

    @Override
    protected Authentication provider() {
        return new IamAuthentication();
    }

    @Override
    protected Map<String, Object> fields() {
        return Map.of("user", "etl", "host", HOST, "port", 3306, "ssl", true);
    }

    @Override
    protected Map<String, Object> forbidden() {
        return Map.of("user", "etl", "host", HOST, "port", 3306, "ssl", false);
    }
}
