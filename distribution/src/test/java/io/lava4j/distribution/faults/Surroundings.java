package io.lava4j.distribution.faults;

import io.lava4j.sandbox.Sandbox;
import java.net.URI;
import java.util.Map;

/** The settings of AWS's SDK for jobs in this JVM, as its system properties. */
final class Surroundings {

    /** How long trials let S3 be silent, in seconds. */
    static final String STALL_SECONDS = "3";

    private static final Map<String, String> PROPERTIES = Map.of(
            "AWS_ACCESS_KEY_ID", "aws.accessKeyId",
            "AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey",
            "AWS_REGION", "aws.region",
            "AWS_ENDPOINT_URL", "aws.endpointUrl",
            "AWS_CONFIG_FILE", "aws.configFile",
            "AWS_SHARED_CREDENTIALS_FILE", "aws.sharedCredentialsFile");

    private Surroundings() {}

    static void set(Sandbox sandbox, URI s3) {
        Map<String, String> environment = sandbox.environment();
        PROPERTIES.forEach((variable, property) -> System.setProperty(property, environment.get(variable)));
        System.setProperty("aws.endpointUrlS3", s3.toString());
        System.setProperty("lava4j.aws.stall_limit", STALL_SECONDS);
    }
}
