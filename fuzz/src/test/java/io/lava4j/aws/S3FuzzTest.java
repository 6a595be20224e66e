package io.lava4j.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Seeded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/** What the S3 client really asks for: the bucket and key that are meant, of a host of Amazon's. */
final class S3FuzzTest {

    private static final int SOME = 300;
    private static final Map<String, String> SETTINGS = Map.of(
            "aws.accessKeyId",
            "AKIAFUZZ",
            "aws.secretAccessKey",
            "fuzz",
            "aws.region",
            "us-east-1",
            "aws.maxAttempts",
            "1",
            "aws.disableEc2Metadata",
            "true",
            "aws.configFile",
            "/nowhere",
            "aws.sharedCredentialsFile",
            "/nowhere");

    private final List<URI> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void anS3ThatHasEverything() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        SETTINGS.forEach(System::setProperty);
        System.setProperty(
                "aws.endpointUrlS3", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        SETTINGS.keySet().forEach(System::clearProperty);
        System.clearProperty("aws.endpointUrlS3");
    }

    @Test
    void theObjectThatIsMeantIsAskedFor() {
        int reached = 0;
        try (S3ObjectStore store = new S3ObjectStore()) {
            for (int number = 0; number < Seeded.cases(SOME); number++) {
                Choices data = Seeded.choices(number);
                String bucket = data.yes() ? "bucket" : whole(Hostile.name(data));
                String key = whole(Hostile.name(data));
                asked.clear();
                try {
                    assertEquals(Optional.of(new StoredObject(bucket, key, 7, "\"e\"")), store.head(bucket, key));
                    assertEquals(1, asked.size());
                    String[] parts = asked.get(0).getRawPath().split("/", 3);
                    assertEquals(bucket, decoded(parts[1]), asked::toString);
                    assertEquals(key, decoded(parts[2]), asked::toString);
                    assertEquals(null, asked.get(0).getRawQuery(), asked::toString);
                    reached++;
                } catch (LavaException refused) {
                    assertTrue(asked.isEmpty(), () -> refused + " after " + asked);
                }
            }
        }
        assertTrue(reached >= Seeded.cases(SOME) / 2, reached + " requests");
        Seeded.tell("s3 requests", Seeded.cases(SOME));
    }

    @Test
    void noBucketAndNoRegionLeadsToAnotherHost() {
        S3EndpointProvider provider = S3EndpointProvider.defaultProvider();
        for (int number = 0; number < Seeded.cases(SOME); number++) {
            Choices data = Seeded.choices(number);
            String bucket = data.one(List.of("", "a.b", "bucket", "arn:aws:s3:us-east-1:123456789012:accesspoint:"))
                    + Hostile.name(data);
            Region region = Region.of(
                    data.yes() ? "us-east-1" : data.one(List.of("", "us-", "eu-west-1")) + Hostile.name(data));
            try {
                Endpoint endpoint = provider.resolveEndpoint(
                                asking -> asking.bucket(bucket).region(region))
                        .join();
                String host = endpoint.endpointUrl().host();
                assertTrue(
                        host.matches("([^/?#@:\\\\\\s]+\\.)?amazonaws\\.com(\\.cn)?"),
                        () -> bucket + " in " + region + ": " + endpoint.endpointUrl());
            } catch (SdkException | java.util.concurrent.CompletionException | IllegalArgumentException refused) {
                assertTrue(!String.valueOf(refused.getMessage()).isEmpty());
            }
        }
        Seeded.tell("s3 hosts", Seeded.cases(SOME));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI());
        exchange.getResponseHeaders().set("ETag", "\"e\"");
        exchange.getResponseHeaders().set("Content-Length", "7");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
