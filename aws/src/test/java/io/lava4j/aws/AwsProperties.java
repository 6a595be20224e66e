package io.lava4j.aws;

import io.lava4j.sandbox.Sandbox;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SDK's own system properties, set for a test and put back after it. */
public final class AwsProperties implements AutoCloseable {

    private final Map<String, Optional<String>> before = new HashMap<>();

    private AwsProperties() {}

    /** The sandbox's S3 and its stand-ins, and nothing of the user's own settings. */
    public static AwsProperties of(Sandbox sandbox) {
        return isolated(sandbox)
                .with("aws.accessKeyId", "AKIASANDBOX")
                .with("aws.secretAccessKey", "sandbox")
                .with("aws.region", "us-east-1")
                .endpoint(sandbox.aws().endpoint())
                .endpointS3(sandbox.s3().endpoint());
    }

    /** Neither credentials, nor a region, nor endpoints. */
    public static AwsProperties isolated(Sandbox sandbox) {
        AwsProperties properties = new AwsProperties()
                .with("aws.disableEc2Metadata", "true")
                .with("aws.configFile", sandbox.folder().resolve("none").toString())
                .with(
                        "aws.sharedCredentialsFile",
                        sandbox.folder().resolve("none").toString());
        List.of(
                        "aws.accessKeyId",
                        "aws.secretAccessKey",
                        "aws.region",
                        "aws.endpointUrl",
                        "aws.endpointUrlDynamoDb",
                        "aws.endpointUrlS3",
                        "aws.endpointUrlSts")
                .forEach(properties::without);
        return properties;
    }

    public AwsProperties endpoint(URI endpoint) {
        return with("aws.endpointUrl", endpoint.toString());
    }

    public AwsProperties endpointDynamoDb(URI endpoint) {
        return with("aws.endpointUrlDynamoDb", endpoint.toString());
    }

    public AwsProperties endpointS3(URI endpoint) {
        return with("aws.endpointUrlS3", endpoint.toString());
    }

    public AwsProperties with(String name, String value) {
        remember(name);
        System.setProperty(name, value);
        return this;
    }

    public AwsProperties without(String name) {
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
