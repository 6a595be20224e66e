package io.lava4j.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.rogue.HttpMischief;
import io.lava4j.sandbox.rogue.RogueHttp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever answers in the place of AWS: a call ends in a result or in an error that says what is wrong, short enough to read. */
@ExtendWith(SandboxExtension.class)
@Timeout(300)
class RogueEndpointTest {

    private static final String SECRET_KEY = "K7secretAccessKeyOfAws";
    private static final int READABLE = 1_500;
    private static final StoredObject OBJECT = new StoredObject("bucket", "prefix/a", 5, "\"e\"");

    private AwsProperties properties;
    private ObjectStore store = new S3ObjectStore();
    private final AwsSecretStore secrets = new AwsSecretStore();
    private final DynamoDbSpecStore specs = new DynamoDbSpecStore();

    @BeforeEach
    void setUp(Sandbox sandbox) {
        properties = AwsProperties.of(sandbox)
                .with("aws.secretAccessKey", SECRET_KEY)
                .with("aws.maxAttempts", "2");
    }

    @AfterEach
    void putBack() {
        store.close();
        secrets.close();
        specs.close();
        properties.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyCallEndsAndSaysWhy(HttpMischief mischief) {
        try (RogueHttp rogue = rogue(mischief)) {
            List<Call> calls = List.of(
                    () -> store.head("bucket", "prefix/a"),
                    () -> store.list("bucket", "prefix/"),
                    () -> store.region("bucket"),
                    () -> content(0),
                    () -> content(2),
                    () -> secrets.parameter("/lava/dev/password"),
                    () -> secrets.document("secret"),
                    () -> specs.job("dev", "job"));

            for (Call call : calls) {
                String told = told(call);

                assertTrue(told.length() < READABLE, told);
                assertFalse(told.chars().anyMatch(Character::isISOControl), told);
            }
            assertFalse(rogue.loot().contains(SECRET_KEY), "a signature does not hold the key");
        }
    }

    /** What is read of an object is what was found, or nothing. */
    @ParameterizedTest
    @EnumSource
    void contentIsWhatWasFoundOrAnError(HttpMischief mischief) {
        try (RogueHttp rogue = rogue(mischief)) {
            String told = told(() -> content(0));

            assertTrue(!told.startsWith("=") || told.equals("=12345") || isCut(mischief), told);
            assertTrue(rogue.loot().startsWith("GET /bucket/prefix/a"), rogue.loot());
        }
    }

    /** It is read on from there, in core. */
    private static boolean isCut(HttpMischief mischief) {
        return mischief == HttpMischief.SHORTER_THAN_IT_SAYS;
    }

    @Test
    void aListThatDoesNotEndIsTold() {
        assertList(HttpMischief.SAME_PAGE, "does not come to an end; check AWS_ENDPOINT_URL");
        assertList(HttpMischief.ENDLESS_PAGES, "does not come to an end; check AWS_ENDPOINT_URL");
        assertList(
                HttpMischief.ENDLESS_OBJECTS,
                "has more objects than fit in memory; name a longer prefix, or a MANIFEST");
    }

    @Test
    void someOfAListThatDoesNotEndAreOnePage() {
        String told = told(HttpMischief.ENDLESS_OBJECTS, () -> store.listSome("bucket", "prefix/"));

        assertTrue(told.startsWith("=["), told);
    }

    @Test
    void whatIsNoObjectUnderThePrefixIsTold() {
        assertList(HttpMischief.OBJECTS_OF_OTHERS, "names '../secret', which is not under it; check AWS_ENDPOINT_URL");
        assertList(
                HttpMischief.OBJECTS_WITH_LONG_KEYS,
                "names a key of 1048583 characters, which no object has; check AWS_ENDPOINT_URL");
        for (HttpMischief mischief :
                List.of(HttpMischief.OBJECTS_OF_NEGATIVE_SIZE, HttpMischief.OBJECTS_WITHOUT_SIZE)) {
            assertEquals(
                    "object 's3://bucket/prefix/a': the store does not tell its size; check AWS_ENDPOINT_URL, and that"
                            + " it behaves like S3",
                    told(mischief, () -> store.list("bucket", "prefix/")));
        }
    }

    /** It would stand in the name of a host, and in SQL. */
    @Test
    void aRegionIsTheNameOfOne() {
        assertEquals(
                "bucket 'bucket': the store says that it is in region 'us-east-1/../../'); DROP TABLE t; --"
                        + " .evil.example', which is no name of one; check AWS_ENDPOINT_URL",
                told(HttpMischief.FALSE_REGION, () -> store.region("bucket")));
        assertEquals(
                "bucket 'bucket': the store says that it is in region 'evil.example/#', which is no name of one; check"
                        + " AWS_ENDPOINT_URL",
                told(HttpMischief.FALSE_REGION_OF_A_BUCKET, () -> store.region("bucket")));
    }

    @Test
    void moreThanWasFoundIsAnError() {
        assertEquals(
                "object 's3://bucket/prefix/a': the store sends more than its 5 bytes; check AWS_ENDPOINT_URL, and that"
                        + " it behaves like S3",
                told(HttpMischief.LONGER_THAN_IT_SAYS, () -> content(0)));
    }

    @Test
    void anotherPartThanWasAskedForIsAnError() {
        assertEquals(
                "object 's3://bucket/prefix/a': the store sends 3 bytes (bytes 0-2/5) from byte 2 on, expected 3; it must"
                        + " support ranged reads",
                told(HttpMischief.OTHER_RANGE, () -> content(2)));
    }

    @Test
    void nobodyIsFollowedElsewhere() {
        assertEquals(
                "object 's3://bucket/prefix/a': AWS refuses (HTTP status 307)",
                told(HttpMischief.REDIRECT, () -> content(0)));
    }

    private void assertList(HttpMischief mischief, String fault) {
        assertEquals(
                "bucket 'bucket': the list of objects under 'prefix/' " + fault,
                told(mischief, () -> store.list("bucket", "prefix/")));
    }

    private String told(HttpMischief mischief, Call call) {
        try (RogueHttp rogue = rogue(mischief)) {
            String told = told(call);
            assertFalse(rogue.loot().isEmpty());
            return told;
        }
    }

    private RogueHttp rogue(HttpMischief mischief) {
        RogueHttp rogue = RogueHttp.start(mischief);
        properties.endpoint(rogue.endpoint()).endpointS3(rogue.endpoint());
        // A client keeps its endpoint.
        store.close();
        store = new S3ObjectStore();
        return rogue;
    }

    private String content(long offset) throws IOException {
        try (InputStream in = store.read(OBJECT, offset)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Anything but these two is a defect. */
    private static String told(Call call) {
        try {
            return "=" + call.result();
        } catch (LavaException | IOException failed) {
            return failed.getMessage();
        }
    }

    private interface Call {
        Object result() throws IOException;
    }
}
