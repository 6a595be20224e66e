package io.lava4j.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;

/** What a load sees of an object while the network breaks, and while others change the object. */
@ExtendWith(SandboxExtension.class)
class S3BrokenReadTest {

    private static final byte[] CONTENT = new byte[5 * 1024 * 1024];
    private static final Settings IMPATIENT = new Settings(Duration.ofSeconds(5));

    static {
        new Random(1).nextBytes(CONTENT);
    }

    private Sandbox sandbox;
    private AwsProperties properties;
    private FaultyWire wire;
    private ObjectStore store;
    private StoredObject object;

    @BeforeEach
    void anObjectBehindAWire(Sandbox shared) throws IOException {
        sandbox = shared;
        wire = new FaultyWire(shared.s3().endpoint());
        properties = AwsProperties.of(shared).endpointS3(wire.endpoint());
        store = new S3ObjectStore();
        String bucket = shared.s3().newBucket();
        shared.s3().put(bucket, "data.csv", CONTENT);
        object = store.head(bucket, "data.csv").orElseThrow();
        wire.cutNow();
    }

    @AfterEach
    void putBack() throws IOException {
        store.close();
        wire.close();
        properties.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"END", "RESET"})
    @Timeout(300)
    void aBrokenReadGoesOnWhereItCameTo(FaultyWire.Fault fault) throws IOException {
        wire.breakConnections(3, fault, 1_000_000);

        readsOn(store);
    }

    @Test
    @Timeout(300)
    void aReadThatStallsGoesOnToo() throws IOException {
        wire.breakConnections(2, FaultyWire.Fault.STALL, 1_000_000);

        try (ObjectStore impatient = new S3ObjectStore(Optional.empty(), () -> IMPATIENT)) {
            readsOn(impatient);
        }
    }

    private void readsOn(ObjectStore from) throws IOException {
        try (InputStream read = from.open(object)) {
            assertArrayEquals(CONTENT, read.readAllBytes());
        }
        assertTrue(wire.carried() < CONTENT.length + 1_000_000, () -> wire.carried() + " bytes: it began anew");
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadIsNeverMixed() throws IOException {
        try (InputStream read = store.open(object)) {
            read.readNBytes(1_000);
            sandbox.s3().put(object.bucket(), object.key(), new byte[CONTENT.length]);
            wire.cutNow();

            JobFailedException failed = assertThrows(JobFailedException.class, read::readAllBytes);

            assertEquals(
                    "object '" + object.uri() + "' was replaced by another version after it was found;"
                            + " run the job again",
                    failed.getMessage());
        }
    }

    @Test
    void anObjectThatIsReplacedBeforeItIsReadIsNotRead() {
        sandbox.s3().put(object.bucket(), object.key(), "shorter");

        assertThrows(JobFailedException.class, () -> store.read(object, 0));
    }

    @Test
    void anObjectThatIsDeletedWhileItIsReadIsNoShorterObject() throws IOException {
        try (InputStream read = store.open(object)) {
            read.readNBytes(1_000);
            delete();
            wire.cutNow();

            JobFailedException failed = assertThrows(JobFailedException.class, read::readAllBytes);

            assertEquals(
                    "object '" + object.uri() + "' was deleted after it was found; run the job again",
                    failed.getMessage());
        }
    }

    @Test
    void anInterruptCancelsTheReadAndStays() throws IOException {
        try (InputStream read = store.open(object)) {
            read.read();
            Thread.currentThread().interrupt();

            CancelledException cancelled = assertThrows(CancelledException.class, read::read);

            assertEquals("object '" + object.uri() + "': reading was interrupted", cancelled.getMessage());
            assertTrue(Thread.interrupted(), "the thread must stay interrupted");
        }
    }

    @Test
    void closingEarlyDoesNotWaitForTheRest() throws IOException {
        long before = wire.carried();
        try (InputStream read = store.read(object, 0)) {
            read.read();
        }

        assertTrue(wire.carried() - before < CONTENT.length, () -> wire.carried() + " bytes were read");
    }

    @Test
    void aBusyStoreIsWorthAnotherTry() throws IOException {
        try (FixedAnswer answer = FixedAnswer.xmlError(503, "SlowDown", "Reduce your request rate.", Map.of());
                ObjectStore busy = at(answer)) {
            IOException tryAgain = assertThrows(IOException.class, () -> busy.read(object, 0));

            assertEquals("AWS refuses (SlowDown: Reduce your request rate.)", tryAgain.getMessage());
            assertEquals(3, answer.requests().size(), "the SDK's standard tries");
        }
    }

    @Test
    void theSdksOwnSettingOfTriesIsHeeded() throws IOException {
        properties.with("aws.maxAttempts", "1");
        try (FixedAnswer answer = FixedAnswer.xmlError(503, "SlowDown", "Reduce your request rate.", Map.of());
                ObjectStore busy = at(answer)) {
            assertThrows(IOException.class, () -> busy.read(object, 0));

            assertEquals(1, answer.requests().size());
        }
    }

    @Test
    void anUnreachableStoreIsWorthAnotherTry() throws IOException {
        wire.close();

        IOException tryAgain = assertThrows(IOException.class, () -> store.read(object, 0));

        assertEquals(
                "AWS cannot be reached (java.net.ConnectException: Connection refused);"
                        + " check the network, the region and AWS_ENDPOINT_URL if it is set",
                tryAgain.getMessage());
    }

    @Test
    void aReadAsksForThisVersionFromThisByteOn() throws IOException {
        try (FixedAnswer answer = FixedAnswer.of(206, Map.of("ETag", "\"v1\""), "456789");
                ObjectStore exact = at(answer)) {
            exact.read(new StoredObject("exports", "digits", 10, "\"v1\""), 4).close();

            Map<String, List<String>> request = answer.requests().get(0);
            assertEquals(List.of("\"v1\""), request.get("If-match"));
            assertEquals(List.of("bytes=4-"), request.get("Range"));
            assertFalse(request.containsKey("X-amz-te"), "S3 would append a checksum to the data");
        }
    }

    @Test
    void aChecksumOfTheWholeSentWithAPartIsNoFault() throws IOException {
        Map<String, String> headers = Map.of("ETag", "\"v1\"", "x-amz-checksum-crc32", "AAAAAA==");
        try (FixedAnswer answer = FixedAnswer.of(206, headers, "456789");
                ObjectStore generous = at(answer);
                InputStream read = generous.read(new StoredObject("exports", "digits", 10, "\"v1\""), 4)) {
            assertArrayEquals("456789".getBytes(StandardCharsets.US_ASCII), read.readAllBytes());
        }
    }

    @Test
    void aStoreThatIgnoresRangesIsRefused() throws IOException {
        try (FixedAnswer answer = FixedAnswer.of(200, Map.of("ETag", "\"v1\""), "0123456789");
                ObjectStore simple = at(answer)) {
            StoredObject digits = new StoredObject("exports", "digits", 10, "\"v1\"");

            JobFailedException failed = assertThrows(JobFailedException.class, () -> simple.read(digits, 4));

            assertEquals(
                    "object 's3://exports/digits': the store sends 10 bytes from byte 4 on, expected 6;"
                            + " it must support ranged reads",
                    failed.getMessage());
        }
    }

    @Test
    void aStoreThatIgnoresTheVersionIsFoundOut() throws IOException {
        try (FixedAnswer answer = FixedAnswer.of(200, Map.of("ETag", "\"v2\""), "0123456789");
                ObjectStore simple = at(answer)) {
            StoredObject digits = new StoredObject("exports", "digits", 10, "\"v1\"");

            JobFailedException failed = assertThrows(JobFailedException.class, () -> simple.read(digits, 0));

            assertEquals(
                    "object 's3://exports/digits' was replaced by another version after it was found;"
                            + " run the job again",
                    failed.getMessage());
        }
    }

    private ObjectStore at(FixedAnswer answer) {
        properties.endpointS3(answer.endpoint());
        return new S3ObjectStore();
    }

    private void delete() {
        properties.endpointS3(sandbox.s3().endpoint());
        try (S3Client client = S3Clients.make(Optional.empty(), Settings.usual())) {
            client.deleteObject(request -> request.bucket(object.bucket()).key(object.key()));
        }
    }
}
