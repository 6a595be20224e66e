package io.lava4j.connector.mysql.aurora;

import io.lava4j.sandbox.Sandbox;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The SDK's own system properties, set for a test and put back after it; first to the sandbox's key, and to no region. */
final class AwsSettings implements AutoCloseable {

    private final Map<String, Optional<String>> before = new HashMap<>();

    static AwsSettings of(Sandbox sandbox) {
        String none = sandbox.folder().resolve("none").toString();
        return new AwsSettings()
                .with("aws.disableEc2Metadata", "true")
                .with("aws.configFile", none)
                .with("aws.sharedCredentialsFile", none)
                .with("aws.accessKeyId", "AKIASANDBOX")
                .with("aws.secretAccessKey", "sandbox")
                .without("aws.sessionToken")
                .without("aws.region")
                .endpoint(sandbox.aws().endpoint());
    }

    AwsSettings endpoint(URI endpoint) {
        return with("aws.endpointUrl", endpoint.toString());
    }

    AwsSettings with(String name, String value) {
        remember(name);
        System.setProperty(name, value);
        return this;
    }

    AwsSettings without(String name) {
        remember(name);
        System.clearProperty(name);
        return this;
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(text -> System.setProperty(name, text), () -> System.clearProperty(name)));
    }

    private void remember(String name) {
        before.putIfAbsent(name, Optional.ofNullable(System.getProperty(name)));
    }
}
