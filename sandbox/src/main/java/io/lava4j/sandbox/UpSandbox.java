package io.lava4j.sandbox;

import io.lava4j.sandbox.aws.SecretRequest;
import java.net.URI;
import java.util.Map;

/**
 * A sandbox that {@code lava-sandbox up} holds in another process.
 *
 * @param environment with the variables that it printed
 */
record UpSandbox(Map<String, String> environment) {
    DatabaseSecret database(String server) {
        return DatabaseSecret.parse(new SecretRequest(uri("AWS_ENDPOINT_URL")).value(Furnishing.REALM + "/" + server));
    }

    S3Server s3() {
        return new S3Server(uri("AWS_ENDPOINT_URL_S3"));
    }

    private URI uri(String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isEmpty()) {
            throw new SandboxException("The environment variable " + variable
                    + " is not set: start 'lava-sandbox up' and export the lines that it prints");
        }
        return URI.create(value);
    }
}
