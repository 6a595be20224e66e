package io.lava4j.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(SandboxExtension.class)
class S3ObjectStoreTest {

    private Sandbox sandbox;
    private AwsProperties properties;
    private String bucket;
    private final ObjectStore store = new S3ObjectStore();

    @BeforeEach
    void aBucketInTheSandbox(Sandbox shared) {
        sandbox = shared;
        properties = AwsProperties.of(shared);
        bucket = shared.s3().newBucket();
    }

    @AfterEach
    void putBack() {
        store.close();
        properties.close();
    }

    @Test
    void theServiceLoaderFindsIt() {
        List<Class<?>> stores = new ArrayList<>();
        ServiceLoader.load(ObjectStore.class).forEach(found -> stores.add(found.getClass()));

        assertEquals(List.of(S3ObjectStore.class), stores);
    }

    @Test
    void anObjectIsFoundByItsWholeKeyOnly() {
        put("day/a.csv", "12345");

        StoredObject object = store.head(bucket, "day/a.csv").orElseThrow();

        assertEquals(List.of(bucket, "day/a.csv", 5L), List.of(object.bucket(), object.key(), object.size()));
        assertEquals(Optional.empty(), store.head(bucket, "day/a"));
        assertEquals(Optional.empty(), store.head(bucket, "day/a.csv.gz"));
    }

    @Test
    void headAndListTellTheSameOfAnObject() {
        put("a.csv", "12345");

        assertEquals(List.of(store.head(bucket, "a.csv").orElseThrow()), store.list(bucket, "a.csv"));
    }

    @Test
    void anotherContentIsAnotherVersion() {
        put("a.csv", "12345");
        StoredObject before = store.head(bucket, "a.csv").orElseThrow();
        put("a.csv", "54321");

        assertFalse(before.equals(store.head(bucket, "a.csv").orElseThrow()));
    }

    @Test
    void aMissingBucketIsNamed() {
        String message = "bucket 'no-such-bucket' does not exist; check its name";

        assertEquals(message, failure(() -> store.head("no-such-bucket", "a.csv")));
        assertEquals(message, failure(() -> store.list("no-such-bucket", "")));
        StoredObject object = new StoredObject("no-such-bucket", "a.csv", 1, "\"x\"");
        assertEquals(message, failure(() -> store.read(object, 0)));
    }

    @Test
    void keysAreListedInTheOrderOfTheirBytesInUtf8() {
        // In UTF-16, the order of Java's strings, the last two would change places.
        List<String> keys = List.of("a", "a/", "a/b", "b", "é", "\ufb01", "😀");
        keys.forEach(key -> put(key, key));

        assertEquals(keys, keys(store.list(bucket, "")));
    }

    @Test
    void aPrefixIsPlainText() {
        Stream.of("day/1", "day/2", "day", "da", "Day/3").forEach(key -> put(key, "x"));

        assertEquals(List.of("day/1", "day/2"), keys(store.list(bucket, "day/")));
        assertEquals(List.of(), store.list(bucket, "d*"));
    }

    @Test
    void moreThanOnePageIsListed() {
        List<String> keys = IntStream.range(0, 1_003)
                .mapToObj(number -> "k%04d".formatted(number))
                .toList();
        keys.parallelStream().forEach(key -> put(key, ""));

        assertEquals(keys, keys(store.list(bucket, "k")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with blank.csv",
                " at both ends ",
                "plus+and&and=.csv",
                "100%.csv",
                "%41%2F.csv",
                "quote'and\"both.csv",
                "ünï/çødé/😀.csv",
                "a//b/./c.csv",
                "?#[]@!$*(),;:.csv",
                "tab\tand<xml>&amp;.csv",
                "bell\u0007.csv"
            })
    void anyKeyIsFoundListedAndRead(String key, @TempDir Path folder) throws IOException {
        store.put(bucket, key, Files.writeString(folder.resolve("file"), "content of " + key), Optional.empty());

        StoredObject found = store.head(bucket, key).orElseThrow();
        List<StoredObject> listed = store.list(bucket, key);

        assertEquals(List.of(found), listed);
        assertEquals("content of " + key, new String(all(found), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10})
    void anObjectIsReadFromAnyOffset(long offset) throws IOException {
        put("digits", "0123456789");
        StoredObject object = store.head(bucket, "digits").orElseThrow();

        try (InputStream read = store.read(object, offset)) {
            assertEquals("0123456789".substring((int) offset), new String(read.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void anEmptyObjectIsReadAsNothing() throws IOException {
        put("empty", "");
        StoredObject object = store.head(bucket, "empty").orElseThrow();

        try (InputStream read = store.read(object, 0)) {
            assertEquals(-1, read.read());
        }
        assertArrayEquals(new byte[0], all(object));
    }

    @Test
    void singleBytesAreReadAsTheyAre() throws IOException {
        sandbox.s3().put(bucket, "bytes", new byte[] {(byte) 0xff, 0});
        StoredObject object = store.head(bucket, "bytes").orElseThrow();

        try (InputStream read = store.read(object, 0)) {
            assertEquals(List.of(255, 0, -1), List.of(read.read(), read.read(), read.read()));
        }
    }

    @Test
    void aFileIsPutAsItIs(@TempDir Path folder) throws IOException {
        byte[] content = {0, 1, (byte) 0xff, '\n'};
        store.put(bucket, "out/stdout", Files.write(folder.resolve("file"), content), Optional.empty());

        assertArrayEquals(content, all(store.head(bucket, "out/stdout").orElseThrow()));
    }

    @Test
    void aKeyOfKmsGoesWithTheFile(@TempDir Path folder) throws IOException {
        try (FixedAnswer answer = FixedAnswer.of(200, Map.of(), "")) {
            properties.endpointS3(answer.endpoint());

            store.put(bucket, "x", Files.writeString(folder.resolve("file"), "x"), Optional.of("alias/lava"));

            Map<String, List<String>> request = answer.requests().get(0);
            assertEquals(List.of("aws:kms"), request.get("X-amz-server-side-encryption"));
            assertEquals(List.of("alias/lava"), request.get("X-amz-server-side-encryption-aws-kms-key-id"));
        }
    }

    @Test
    void theRegionIsWhatS3SaysAboutTheBucket() throws IOException {
        try (FixedAnswer answer = FixedAnswer.of(200, Map.of("x-amz-bucket-region", "eu-west-1"), "")) {
            properties.endpointS3(answer.endpoint());

            assertEquals(Optional.of("eu-west-1"), store.region(bucket));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 403})
    void theRegionIsKnownEvenToThoseThatAskInAnotherOrMayNotLook(int status) throws IOException {
        try (FixedAnswer answer = FixedAnswer.of(status, Map.of("x-amz-bucket-region", "eu-west-1"), "")) {
            properties.endpointS3(answer.endpoint());

            assertEquals(Optional.of("eu-west-1"), store.region(bucket));
        }
    }

    @Test
    void aMissingBucketHasNoRegion() {
        assertEquals(
                "bucket 'no-such-bucket' does not exist; check its name",
                failure(() -> store.region("no-such-bucket")));
    }

    @Test
    void theStoreOfAnotherRegionIsOneAndClosedWithTheFirst() {
        put("a.csv", "x");
        ObjectStore sydney = store.in("ap-southeast-2");

        assertTrue(sydney.head(bucket, "a.csv").isPresent());
        assertSame(sydney, store.in("ap-southeast-2"));
        store.close();
        assertThrows(IllegalStateException.class, () -> sydney.head(bucket, "a.csv"));
    }

    @Test
    void anEndpointByNameIsAskedForBucketsInThePath() {
        properties.endpointS3(
                URI.create("http://localhost:" + sandbox.s3().endpoint().getPort()));
        put("a.csv", "x");

        assertTrue(store.head(bucket, "a.csv").isPresent());
    }

    static Stream<String> amazon() {
        return Stream.of(
                "s3.eu-west-1.amazonaws.com", "s3.cn-north-1.amazonaws.com.cn", "s3.dualstack.eu-west-1.api.aws");
    }

    @ParameterizedTest
    @MethodSource("amazon")
    void amazonsOwnEndpointsAreAskedForBucketsInTheHost(String host) {
        properties.endpointS3(URI.create("https://" + host));

        try (S3Client client = S3Clients.make(Optional.empty(), Settings.usual())) {
            assertEquals(
                    "exports." + host,
                    client.utilities()
                            .getUrl(url -> url.bucket("exports").key("a"))
                            .getHost());
        }
    }

    @Test
    void withoutAnEndpointTheRegionsOwnIsUsed() {
        properties.without("aws.endpointUrl").without("aws.endpointUrlS3");

        try (S3Client client = S3Clients.make(Optional.empty(), Settings.usual())) {
            assertEquals(
                    "exports.s3.amazonaws.com",
                    client.utilities()
                            .getUrl(url -> url.bucket("exports").key("a"))
                            .getHost());
        }
    }

    @Test
    void aBucketInAnotherRegionIsSaidToBeThere() throws IOException {
        try (FixedAnswer answer = FixedAnswer.xmlError(
                301, "PermanentRedirect", "elsewhere", Map.of("x-amz-bucket-region", "eu-west-1"))) {
            properties.endpointS3(answer.endpoint());
            String message = "bucket '" + bucket + "' is in region 'eu-west-1', not in the one in use;"
                    + " set AWS_REGION to it, or name a connection with that region as s3_conn_id";

            assertEquals(message, failure(() -> store.list(bucket, "")));
            assertEquals(message, failure(() -> store.head(bucket, "a.csv")));
        }
    }

    @Test
    void deniedAccessNamesTheRightThatIsMissing() throws IOException {
        try (FixedAnswer answer = FixedAnswer.xmlError(403, "AccessDenied", "not yours", Map.of())) {
            properties.endpointS3(answer.endpoint());

            assertEquals(
                    "bucket '" + bucket + "': access is denied (AccessDenied: not yours); allow s3:ListBucket on it",
                    failure(() -> store.list(bucket, "")));
            assertEquals(
                    "object 's3://" + bucket + "/a.csv': access is denied (HTTP status 403: Forbidden);"
                            + " allow s3:GetObject on it, and s3:ListBucket on its bucket",
                    failure(() -> store.head(bucket, "a.csv")));
            StoredObject object = new StoredObject(bucket, "a.csv", 1, "\"x\"");
            assertEquals(
                    "object 's3://" + bucket + "/a.csv': access is denied (AccessDenied: not yours);"
                            + " allow s3:GetObject on it",
                    failure(() -> store.read(object, 0)));
        }
    }

    @Test
    void anArchivedObjectIsToBeRestored() throws IOException {
        try (FixedAnswer answer = FixedAnswer.xmlError(403, "InvalidObjectState", "in GLACIER", Map.of())) {
            properties.endpointS3(answer.endpoint());
            StoredObject object = new StoredObject(bucket, "a.csv", 1, "\"x\"");

            assertEquals(
                    "object 's3://" + bucket + "/a.csv': it is in an archive (InvalidObjectState: in GLACIER);"
                            + " restore the object first",
                    failure(() -> store.read(object, 0)));
        }
    }

    @Test
    void withoutCredentialsTheMessageSaysWhereTheyCouldBe() {
        properties.without("aws.accessKeyId").without("aws.secretAccessKey");

        String message = failure(() -> store.list(bucket, ""));

        assertTrue(
                message.startsWith("bucket '" + bucket + "': no AWS credentials were found; set AWS_PROFILE,"),
                message);
    }

    @Test
    void withoutARegionTheMessageSaysHowToSetOne() {
        properties.without("aws.region");

        assertEquals(
                "bucket '" + bucket + "': no AWS region is known; set AWS_REGION, or region in the profile",
                failure(() -> store.list(bucket, "")));
    }

    private void put(String key, String content) {
        sandbox.s3().put(bucket, key, content);
    }

    private byte[] all(StoredObject object) throws IOException {
        try (InputStream read = store.open(object)) {
            return read.readAllBytes();
        }
    }

    private static String failure(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(JobFailedException.class, call).getMessage();
    }

    private static List<String> keys(List<StoredObject> objects) {
        return objects.stream().map(StoredObject::key).toList();
    }
}
