package io.lava4j.connector.mysql.aurora;

import io.lava4j.aws.S3ObjectStore;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.sandbox.Sandbox;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sandbox's S3, as the AWS SDK reads it: with system properties that are put back afterwards. */
final class SandboxObjects implements AutoCloseable {

    private final Map<String, Optional<String>> before = new HashMap<>();
    private final S3ObjectStore store = new S3ObjectStore();

    private SandboxObjects(Map<String, String> settings) {
        settings.forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
    }

    static SandboxObjects of(Sandbox sandbox) {
        return new SandboxObjects(Map.of(
                "aws.accessKeyId", "AKIASANDBOX",
                "aws.secretAccessKey", "sandbox",
                "aws.region", "us-east-1",
                "aws.endpointUrlS3", sandbox.s3().endpoint().toString()));
    }

    ObjectStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        before.forEach((name, value) ->
                value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
    }
}
