package io.lava4j.core.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalObjectsTest {

    @TempDir
    Path directory;

    private Path bucket;
    private LocalObjects objects;

    @BeforeEach
    void fill() throws IOException {
        bucket = Files.createDirectory(directory.resolve("exports"));
        objects = new LocalObjects(directory);
    }

    @Test
    void anObjectIsAFileInItsBucketsDirectory() throws IOException {
        write("sales/orders.csv", "a,b\n");

        StoredObject object = objects.head("exports", "sales/orders.csv").orElseThrow();

        assertEquals(4, object.size());
        assertEquals("s3://exports/sales/orders.csv", object.uri());
        assertEquals("a,b\n", text(object));
        assertEquals(Optional.empty(), objects.region("exports"));
    }

    @Test
    void whatIsNotThereIsEmpty() throws IOException {
        write("sales/orders.csv", "");

        assertEquals(Optional.empty(), objects.head("exports", "sales/none.csv"));
        assertEquals(Optional.empty(), objects.head("exports", "sales"));
        assertEquals(Optional.empty(), objects.head("exports", "sales/"));
    }

    @Test
    void keysAreListedInTheOrderOfTheirBytes() throws IOException {
        for (String key : List.of("é", "b/\uD83D\uDE00", "b/\uFF5E", "a0", "c/b", "a-", "c-")) {
            write(key, "x");
        }

        assertEquals(
                List.of("a-", "a0", "b/\uFF5E", "b/\uD83D\uDE00", "c-", "c/b", "é"),
                objects.list("exports", "").stream().map(StoredObject::key).toList());
    }

    @Test
    void aPrefixIsPlainText() throws IOException {
        write("sales/2026/a.csv", "x");
        write("sales/2025/b.csv", "x");
        write("salesforce.csv", "x");
        write("other.csv", "x");

        assertEquals(
                List.of("sales/2025/b.csv", "sales/2026/a.csv", "salesforce.csv"),
                objects.list("exports", "sales").stream().map(StoredObject::key).toList());
        assertEquals(List.of(), objects.list("exports", "sales/*"));
        assertEquals(List.of(), objects.list("exports", "../"));
    }

    @Test
    void aReadMayBeginAnywhere() throws IOException {
        write("k", "0123456789");
        StoredObject object = objects.head("exports", "k").orElseThrow();

        assertEquals("789", text(object, 7));
        assertEquals("", text(object, 10));
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsNoticedBeforeItsEnd() throws IOException {
        Path file = write("k", "0123456789");
        StoredObject object = objects.head("exports", "k").orElseThrow();

        try (InputStream stream = objects.read(object, 0)) {
            assertArrayEquals("01234".getBytes(StandardCharsets.UTF_8), stream.readNBytes(5));
            Files.writeString(file, "more", StandardOpenOption.APPEND);
            assertEquals(
                    "object 's3://exports/k' was changed while it was read; run the job again",
                    assertThrows(JobFailedException.class, () -> stream.readNBytes(5))
                            .getMessage());
        }
    }

    @Test
    void aFileThatShrinksOrIsReplacedOrDeletedIsNoticed() throws IOException {
        Path file = write("k", "0123456789");
        StoredObject object = objects.head("exports", "k").orElseThrow();

        Files.writeString(file, "01234");
        assertEquals("object 's3://exports/k' was changed while it was read; run the job again", unreadable(object));
        Files.move(write("other", "9876543210"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals("object 's3://exports/k' was changed while it was read; run the job again", unreadable(object));
        Files.delete(file);
        assertEquals("object 's3://exports/k' was deleted while it was read; run the job again", unreadable(object));
    }

    @Test
    void anObjectThatIsPutCanBeRead() throws IOException {
        Path source = Files.writeString(directory.resolve("source"), "x");

        objects.put("exports", "deep/er/k", source, Optional.empty());

        assertEquals("x", text(objects.head("exports", "deep/er/k").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "a/../../secret", "a/../b", "/etc/passwd", "a//b", "./a", "", ".", ".."})
    void aKeyThatIsNoPathWithinTheBucketIsRefused(String key) throws IOException {
        write("b", "x");
        Files.writeString(directory.resolve("secret"), "x");

        assertEquals(
                "object 's3://exports/" + key
                        + "' cannot be a file: expected names between single slashes, none of them '.' or '..'",
                assertThrows(JobFailedException.class, () -> objects.head("exports", key))
                        .getMessage());
        assertThrows(
                JobFailedException.class,
                () -> objects.put("exports", key, directory.resolve("secret"), Optional.empty()));
    }

    @Test
    void controlCharactersInNamesAreNoCrash() {
        assertEquals(
                "object 's3://exports/a?b' cannot be a file: expected names between single slashes, none of them '.' or '..'",
                assertThrows(JobFailedException.class, () -> objects.head("exports", "a\0b"))
                        .getMessage());
        assertEquals(
                "bucket 'a?b': there is no directory of that name in '" + directory + "'; make it, or correct the name",
                assertThrows(JobFailedException.class, () -> objects.list("a\0b", ""))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", ".", "..", "exports/sales", "/exports"})
    void aBucketIsADirectoryOfItsName(String name) throws IOException {
        write("sales/k", "x");

        assertEquals(
                "bucket '" + name + "': there is no directory of that name in '" + directory
                        + "'; make it, or correct the name",
                assertThrows(JobFailedException.class, () -> objects.list(name, ""))
                        .getMessage());
    }

    @Test
    void nastyKeysAreOnlyNames() throws IOException {
        for (String key : List.of("with blank", "quote'\"", "100%", "tab\there", "ünï/çødé", "$(x);`y`")) {
            write(key, key);
            assertEquals(key, text(objects.head("exports", key).orElseThrow()));
        }
    }

    private String unreadable(StoredObject object) {
        return assertThrows(JobFailedException.class, () -> text(object)).getMessage();
    }

    private String text(StoredObject object) throws IOException {
        return text(object, 0);
    }

    private String text(StoredObject object, long offset) throws IOException {
        try (InputStream stream = objects.read(object, offset)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path write(String key, String content) throws IOException {
        Path file = bucket.resolve(key);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
