package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

@ExtendWith(SandboxExtension.class)
class S3ServerTest {
    private S3Server server;
    private String bucket;
    private S3Client client;

    @BeforeEach
    void connect(Sandbox sandbox) {
        Map<String, String> environment = sandbox.environment();
        server = sandbox.s3();
        bucket = server.newBucket();
        client = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(java.net.URI.create(environment.get("AWS_ENDPOINT_URL_S3")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"))))
                .build();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void theSdkReadsWhatTheSdkPut() {
        client.putObject(put -> put.bucket(bucket).key("a"), RequestBody.fromString("text ü"));

        assertEquals("text ü", read("a"));
    }

    @Test
    void theSdkReadsWhatTheSandboxPutUnderAnyName() {
        for (String key : List.of("plain", "in/folders/x.csv", "a b+c%20d", "it's", "ünï/ö", "a?b#c&d=e")) {
            server.put(bucket, key, "content of " + key);

            assertEquals("content of " + key, read(key));
        }
    }

    @Test
    void aFileIsPut(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("data.csv"), "1,2\n");

        server.put(bucket, "data.csv", file);

        assertEquals("1,2\n", read("data.csv"));
    }

    @Test
    void aRangeIsRead() {
        server.put(bucket, "digits", "0123456789");

        String range = client.getObjectAsBytes(
                        get -> get.bucket(bucket).key("digits").range("bytes=3-5"))
                .asUtf8String();

        assertEquals("345", range);
    }

    @Test
    void aChangedObjectFailsThePreconditionOfItsOldETag() {
        server.put(bucket, "changing", "old");
        String old =
                client.headObject(head -> head.bucket(bucket).key("changing")).eTag();
        server.put(bucket, "changing", "new");

        var refused = assertThrows(
                S3Exception.class,
                () -> client.getObjectAsBytes(
                        get -> get.bucket(bucket).key("changing").ifMatch(old)));

        assertEquals(412, refused.statusCode(), refused.getMessage());
    }

    @Test
    void objectsOfAPrefixAreListedInTheOrderOfTheirKeys() {
        for (String key : List.of("in/c", "in/a", "in/B", "other", "in/b")) {
            server.put(bucket, key, "x");
        }

        List<String> keys = client
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix("in/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();

        assertEquals(List.of("in/B", "in/a", "in/b", "in/c"), keys);
    }

    @Test
    void aMissingBucketIsAnErrorOfThePut() {
        var refused = assertThrows(SandboxException.class, () -> server.put("no-such-bucket", "a", "x"));

        assertEquals(
                "S3 refuses to put 'no-such-bucket/a' with status 404",
                refused.getMessage().substring(0, refused.getMessage().indexOf(':')));
    }

    private String read(String key) {
        return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
    }
}
