package io.lava4j.sandbox;

import io.lava4j.sandbox.aurora.AccessKey;
import io.lava4j.sandbox.aws.AwsStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The AWS SDK's own environment variables.
 *
 * @param folder one without AWS files: the user's own must not be read
 */
record AwsEnvironment(URI standIn, URI s3, Path folder) {
    static final AccessKey KEY = AccessKey.of("AKIASANDBOX", "sandbox");

    /** Names key and region to a server that checks no more of it. */
    static final String UNCHECKED_SIGNATURE = "AWS4-HMAC-SHA256 Credential=" + KEY.id() + "/20260101/"
            + AwsStandIn.REGION + "/dynamodb/aws4_request, SignedHeaders=host, Signature=none";

    Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("AWS_ENDPOINT_URL", standIn.toString());
        variables.put("AWS_ENDPOINT_URL_S3", s3.toString());
        variables.put("AWS_ACCESS_KEY_ID", KEY.id());
        variables.put("AWS_SECRET_ACCESS_KEY", KEY.secret());
        variables.put("AWS_REGION", AwsStandIn.REGION);
        variables.put("AWS_DEFAULT_REGION", AwsStandIn.REGION);
        variables.put("AWS_CONFIG_FILE", folder.resolve("no-aws-config").toString());
        variables.put(
                "AWS_SHARED_CREDENTIALS_FILE",
                folder.resolve("no-aws-credentials").toString());
        variables.put("AWS_PROFILE", "default");
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        return Collections.unmodifiableMap(variables);
    }
}
