package io.lava4j.aws;

import io.lava4j.core.spi.ObjectStore;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.ObjectStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class S3ObjectStoreContractTest extends ObjectStoreContract {

    private AwsProperties properties;
    private String bucket;

    @BeforeEach
    void theSdkFindsTheSandbox(Sandbox sandbox) {
        properties = AwsProperties.of(sandbox);
        bucket = sandbox.s3().newBucket();
    }

    @AfterEach
    void putBack() {
        properties.close();
    }

    @Override
    protected ObjectStore store() {
        return new S3ObjectStore();
    }

    @Override
    protected String bucket() {
        return bucket;
    }
}
