package io.lava4j.aws;

import io.lava4j.core.spi.SecretStore;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.SecretStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class AwsSecretStoreContractTest extends SecretStoreContract {

    private Sandbox sandbox;
    private AwsProperties properties;

    @BeforeEach
    void theSdkFindsTheSandbox(Sandbox given) {
        sandbox = given;
        properties = AwsProperties.of(given);
    }

    @AfterEach
    void putBack() {
        properties.close();
    }

    @Override
    protected SecretStore store() {
        return new AwsSecretStore();
    }

    @Override
    protected void putParameter(String name, String value) {
        sandbox.aws().putSecureString(name, value);
    }

    @Override
    protected void putDocument(String id, String text) {
        sandbox.aws().putSecret(id, text);
    }
}
