package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ObjectStore} must keep to. Its tests write into one bucket, each under a prefix of its own. */
public abstract class ObjectStoreContract {

    private static final String ABSENT = "no-such-bucket-" + UUID.randomUUID();

    private final String prefix = UUID.randomUUID() + "/";
    private Optional<ObjectStore> opened = Optional.empty();

    @TempDir
    private Path files;

    /** For subclasses. */
    protected ObjectStoreContract() {}

    /**
     * Makes the store.
     *
     * @return a new one, which the contract closes
     */
    protected abstract ObjectStore store();

    /**
     * A bucket that is there and may be written to.
     *
     * @return its name, the same at each call in a test
     */
    protected abstract String bucket();

    @AfterEach
    final void close() {
        opened.ifPresent(ObjectStore::close);
    }

    @Test
    void aNewStoreReadsAndWritesNothing() throws IOException {
        assertEquals(List.of(), IoWatch.during(() -> store().close()));
    }

    @Test
    void whatIsPutIsFoundListedAndRead() throws IOException {
        String key = prefix + "with blank/quote'\"/100%/\u00fcn\u00ef.csv";
        put(key, "a\r\n\0\u00e9");

        StoredObject found = head(key);

        assertEquals(List.of(bucket(), key, 6L), List.of(found.bucket(), found.key(), found.size()));
        assertEquals(List.of(found), opened().list(bucket(), key));
        assertEquals("a\r\n\0\u00e9", read(found, 0));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        put(prefix + "day/a.csv", "x");

        assertEquals(Optional.empty(), opened().head(bucket(), prefix + "day/a"));
        assertEquals(Optional.empty(), opened().head(bucket(), prefix + "day"));
        assertEquals(List.of(), opened().list(bucket(), prefix + "night"));
    }

    @Test
    void keysAreListedInTheOrderOfTheirBytes() {
        // In UTF-16, the order of Java's strings, the last two would change places.
        List<String> keys = List.of("a-", "a/b", "a0", "b", "\u00e9", "\ufb01", "\ud83d\ude00");
        keys.forEach(key -> put(prefix + key, "x"));

        assertEquals(keys, keys(prefix));
    }

    @Test
    void aPrefixIsPlainText() {
        List.of("day/1", "day/2", "days", "Day/3").forEach(key -> put(prefix + key, "x"));

        assertEquals(List.of("day/1", "day/2"), keys(prefix + "day/"));
        assertEquals(List.of("day/1", "day/2", "days"), keys(prefix + "day"));
        assertEquals(List.of(), keys(prefix + "d*"));
    }

    @Test
    void anObjectIsReadFromAnyOffsetToItsEnd() throws IOException {
        put(prefix + "digits", "0123456789");
        put(prefix + "empty", "");

        assertEquals("0123456789", read(head(prefix + "digits"), 0));
        assertEquals("789", read(head(prefix + "digits"), 7));
        assertEquals("", read(head(prefix + "digits"), 10));
        assertEquals("", read(head(prefix + "empty"), 0));
    }

    @Test
    void anObjectThatWasReplacedIsAnErrorThatNamesIt() {
        put(prefix + "a.csv", "old and long");
        StoredObject before = head(prefix + "a.csv");
        put(prefix + "a.csv", "new");

        assertFalse(before.equals(head(prefix + "a.csv")), "another content is not another version");
        assertNames(prefix + "a.csv", () -> read(before, 0));
    }

    @Test
    void aBucketThatIsMissingIsAnErrorThatNamesIt() {
        StoredObject object = new StoredObject(ABSENT, "a.csv", 1, "1");

        assertNames(ABSENT, () -> opened().head(ABSENT, "a.csv"));
        assertNames(ABSENT, () -> opened().list(ABSENT, ""));
        assertNames(ABSENT, () -> opened().region(ABSENT));
        assertNames(ABSENT, () -> read(object, 0));
        assertNames(ABSENT, () -> opened().put(ABSENT, "a.csv", file("x"), Optional.empty()));
    }

    @Test
    void theStoreOfTheBucketsRegionFindsTheSame() {
        put(prefix + "a.csv", "x");

        opened().region(bucket())
                .ifPresent(region -> assertEquals(
                        Optional.of(head(prefix + "a.csv")), opened().in(region).head(bucket(), prefix + "a.csv")));
    }

    @Test
    void oneStoreIsReadBySeveralThreads() throws Exception {
        put(prefix + "a.csv", "12345");

        assertEquals(
                List.of("12345", "12345", "12345", "12345"),
                AtOnce.run(i -> () -> read(opened().list(bucket(), prefix).get(0), 0)));
    }

    private synchronized ObjectStore opened() {
        opened = opened.or(() -> Optional.of(store()));
        return opened.get();
    }

    private void put(String key, String content) {
        opened().put(bucket(), key, file(content), Optional.empty());
    }

    private Path file(String content) {
        try {
            return Files.writeString(files.resolve("file"), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private StoredObject head(String key) {
        return opened().head(bucket(), key)
                .orElseThrow(() -> new AssertionError("'" + key + "' was put and is not found"));
    }

    private List<String> keys(String prefixed) {
        return opened().list(bucket(), prefixed).stream()
                .map(object -> object.key().substring(prefix.length()))
                .toList();
    }

    private String read(StoredObject object, long offset) throws IOException {
        try (InputStream stream = opened().open(object, offset)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertNames(String name, Executable call) {
        String message = assertThrows(JobFailedException.class, call).getMessage();
        assertTrue(message.contains(name), message);
    }
}
