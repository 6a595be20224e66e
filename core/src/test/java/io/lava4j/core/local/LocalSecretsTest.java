package io.lava4j.core.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalSecretsTest {

    @TempDir
    Path directory;

    @Test
    void aParameterIsAFileOfItsName() throws IOException {
        write("lava/dev/dwh", "hunter2", "rw-------");

        assertEquals("hunter2", value("/lava/dev/dwh"));
        assertTrue(secrets().parameter("/lava/dev/dwh").encrypted());
        assertEquals("hunter2", secrets().document("lava/dev/dwh").reveal());
    }

    @ParameterizedTest
    @CsvSource({"'a\n', a", "'a\r\n', a", "'a\n\n', 'a\n'", "'a\r', 'a\r'", "' a ', ' a '", "'\n', ''", "'', ''"})
    void oneLineEndAtTheVeryEndIsNotPartOfIt(String content, String secret) throws IOException {
        write("s", content, "rw-------");

        assertEquals(secret, value("s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void aFileThatOthersCanReadOrWriteIsRefused(String permissions) throws IOException {
        Path file = write("s", "hunter2", permissions);

        assertEquals(
                "parameter 's': others can read or write its file '" + file + "' (" + permissions
                        + "): expected one that only its owner can, chmod 600",
                refused("s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../s", "/../s", "a/../../s", "a//b", "./s", "", "/", "a/", "a\0b"})
    void aNameThatLeavesTheDirectoryIsRefused(String name) {
        assertEquals(
                "parameter '" + name.replace('\0', '?')
                        + "': expected names between slashes, none of them '.' or '..'; correct the name",
                refused(name));
    }

    @Test
    void aMissingFileIsToldWithItsPlace() {
        assertEquals(
                "parameter '/lava/dev/dwh': there is no file '" + directory.resolve("lava/dev/dwh")
                        + "'; put it there, or correct the name",
                refused("/lava/dev/dwh"));
    }

    @Test
    void aDirectoryIsNoSecret() throws IOException {
        Files.createDirectories(directory.resolve("lava/dev"));

        assertEquals(
                "parameter '/lava/dev': '" + directory.resolve("lava/dev")
                        + "' is a directory: expected a file; name it so",
                refused("/lava/dev"));
    }

    @Test
    void aFileThatIsNoTextIsRefusedWithoutItsBytes() throws IOException {
        Path file = write("s", "", "rw-------");
        Files.write(file, new byte[] {'h', 'u', (byte) 0xff});

        assertEquals("parameter 's': its file '" + file + "' is not UTF-8 text; write it in UTF-8", refused("s"));
    }

    @Test
    void aFileThatIsLargerThanASecretIsRefused() throws IOException {
        Path file = write("s", "x".repeat((1 << 16) + 1), "rw-------");

        assertEquals(
                "parameter 's': its file '" + file
                        + "' is larger than 65536 bytes, the most that a secret may have; is it a secret?",
                refused("s"));
        write("s", "x".repeat(1 << 16), "rw-------");
        assertEquals(1 << 16, value("s").length());
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        assertEquals(
                "parameter 'a\ud800': no file can have that name on this system; correct the name", refused("a\ud800"));
    }

    private LocalSecrets secrets() {
        return new LocalSecrets(directory);
    }

    private String value(String name) {
        return secrets().parameter(name).value().reveal();
    }

    private String refused(String name) {
        return assertThrows(CredentialsException.class, () -> secrets().parameter(name))
                .getMessage();
    }

    private Path write(String name, String content, String permissions) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
