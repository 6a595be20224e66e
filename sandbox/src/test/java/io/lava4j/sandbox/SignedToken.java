package io.lava4j.sandbox;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** A token as AWS's own signer makes it, from these parts, right or wrong. */
record SignedToken(
        String host,
        int port,
        String user,
        String service,
        String region,
        String keyId,
        String secret,
        Optional<String> sessionToken,
        Instant signed) {
    static SignedToken of(String host, int port, String user, String region, Instant signed) {
        return new SignedToken(host, port, user, "rds-db", region, "AKIASANDBOX", "sandbox", Optional.empty(), signed);
    }

    /** A good one, now. */
    static SignedToken of(AuroraServer server, String user) {
        return of(server.endpointHost(), server.endpointPort(), user, server.region(), Instant.now());
    }

    String text() {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("https://" + host + ":" + port + "/"))
                .putRawQueryParameter("Action", "connect")
                .putRawQueryParameter("DBUser", user)
                .build();
        var signer = AwsV4HttpSigner.create();
        URI uri = signer.sign(sign -> sign.identity(identity())
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(15))
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(signed, ZoneOffset.UTC)))
                .request()
                .getUri();
        return uri.toString().substring("https://".length());
    }

    private AwsCredentialsIdentity identity() {
        return sessionToken
                .<AwsCredentialsIdentity>map(token -> AwsSessionCredentialsIdentity.create(keyId, secret, token))
                .orElseGet(() -> AwsCredentialsIdentity.create(keyId, secret));
    }
}
