package io.lava4j.core.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.store.SpecStore.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class SpecDirectoryTest {

    @TempDir
    Path directory;

    private SpecDirectory specs;

    @BeforeEach
    void open() {
        specs = new SpecDirectory(directory);
    }

    @Test
    void aDirectoryThatIsNotThereIsToldWhateverIsAskedOfIt() {
        Path none = directory.resolve("nowhere");
        SpecDirectory nowhere = new SpecDirectory(none);
        List<Executable> questions = List.of(
                () -> nowhere.connection("dev", "dwh"),
                () -> nowhere.job("dev", "load"),
                () -> nowhere.realm("dev"),
                nowhere::realmName);

        for (Executable question : questions) {
            assertEquals(
                    "specs '" + none
                            + "': there is no such directory; check where specs are looked for (--specs or LAVA_SPECS)",
                    assertThrows(ConfigurationException.class, question).getMessage());
        }
    }

    @Test
    void aSpecsOwnIdWinsOverItsFileName() {
        Path file = write("connections/one.yaml", "conn_id: two\n");

        assertEquals(Optional.empty(), specs.connection("dev", "one"));
        assertEquals(
                Optional.of(file.toString()), specs.connection("dev", "two").map(Document::name));
    }

    @Test
    void withoutAnIdTheFileNameIsIt() {
        write("connections/one.yaml", "type: sample\n");

        assertEquals(
                Optional.of("type: sample\n"), specs.connection("dev", "one").map(Document::text));
    }

    @Test
    void jsonAndBothSpellingsOfYamlAreSpecs() {
        write("connections/a.json", "{}");
        write("connections/b.yaml", "a: 1");
        write("connections/c.yml", "a: 1");
        write("connections/d.txt", "a: 1");

        assertEquals(
                List.of(true, true, true, false),
                List.of("a", "b", "c", "d").stream()
                        .map(id -> specs.connection("dev", id).isPresent())
                        .toList());
    }

    @Test
    void twoFilesWithOneIdAreAnErrorThatNamesBoth() {
        Path one = write("connections/one.yaml", "conn_id: dwh\n");
        Path two = write("connections/two.json", "{\"conn_id\": \"dwh\"}");

        assertEquals(
                "connection 'dwh' is not valid, 1 fault:\n  " + one + ": is there more than once: in " + one + " and "
                        + two + "; keep one, or give the other another name",
                assertThrows(InvalidSpecException.class, () -> specs.connection("dev", "dwh"))
                        .getMessage());
    }

    @Test
    void jobsMayLieInSubFoldersAndConnectionsMayNot() {
        write("jobs/sales/daily/load.yaml", "job_id: load-daily\n");
        write("connections/old/dwh.yaml", "conn_id: dwh\n");

        assertEquals(true, specs.job("dev", "load-daily").isPresent());
        assertEquals(Optional.empty(), specs.connection("dev", "dwh"));
    }

    @Test
    void aBrokenFileStopsOnlyItself() {
        write("jobs/broken.yaml", "a: [\n");
        write("jobs/fine.yaml", "job_id: fine\n");

        assertEquals(true, specs.job("dev", "fine").isPresent());
        assertEquals(Optional.of("a: [\n"), specs.job("dev", "broken").map(Document::text));
    }

    @Test
    void hiddenFilesAreNoSpecs() {
        write("jobs/.draft.yaml", "job_id: load\n");
        write("jobs/..2026_11_22/load.yaml", "job_id: load\n");
        write("jobs/load.yaml", "job_id: load\n");

        assertEquals(true, specs.job("dev", "load").isPresent());
    }

    @Test
    void aFileThatCameLaterIsSeen() {
        assertEquals(Optional.empty(), specs.job("dev", "load"));
        write("jobs/load.yaml", "job_id: load\n");
        assertEquals(true, specs.job("dev", "load").isPresent());
    }

    @Test
    void aFileThatHasNotChangedIsNotParsedAgain() throws IOException {
        Path file = write("jobs/load.yaml", "job_id: one\n");
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        Files.setLastModifiedTime(file, yesterday);
        assertEquals(true, specs.job("dev", "one").isPresent());

        write("jobs/load.yaml", "job_id: two\n");
        Files.setLastModifiedTime(file, yesterday);

        assertEquals(Optional.empty(), specs.job("dev", "two"), "nobody can see that it has changed");
    }

    @Test
    void aFileThatChangesTwiceWithinATickOfTheClockIsSeen() throws IOException {
        // Still now however long this test takes.
        FileTime now = FileTime.from(Instant.now().plus(Duration.ofHours(1)));
        Path file = write("jobs/load.yaml", "job_id: one\n");
        Files.setLastModifiedTime(file, now);
        assertEquals(true, specs.job("dev", "one").isPresent());

        write("jobs/load.yaml", "job_id: two\n");
        Files.setLastModifiedTime(file, now);

        assertEquals(true, specs.job("dev", "two").isPresent());
    }

    @Test
    void aFileThatTakesThePlaceOfAnotherIsSeen() throws IOException {
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        Path file = write("jobs/load.yaml", "job_id: one\n");
        Path other = write("jobs/other.txt", "job_id: two\n");
        Files.setLastModifiedTime(file, yesterday);
        Files.setLastModifiedTime(other, yesterday);
        assertEquals(true, specs.job("dev", "one").isPresent());

        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertEquals(Optional.empty(), specs.job("dev", "one"));
        assertEquals(true, specs.job("dev", "two").isPresent());
        Files.delete(file);
        assertEquals(Optional.empty(), specs.job("dev", "two"));
    }

    @Test
    void relativePathsOfASpecAreRelativeToItsFile() {
        Path file = write("jobs/sales/load.yaml", "job_id: load\n");

        assertEquals(
                Optional.of(file.toAbsolutePath().getParent()),
                specs.job("dev", "load").map(Document::directory));
    }

    @Test
    void theRealmFileNamesTheRealm() {
        write("realm.yml", "realm: prod\n");

        assertEquals(Optional.of("prod"), specs.realmName());
        assertEquals(true, specs.realm("prod").isPresent());
    }

    @Test
    void anotherRealmsFileIsAnError() {
        Path file = write("realm.yaml", "realm: prod\n");

        assertEquals(
                "realm 'dev' is not valid, 1 fault:\n  " + file
                        + ": /realm: 'prod': expected 'dev', the realm asked for; name this one, or other specs",
                assertThrows(InvalidSpecException.class, () -> specs.realm("dev"))
                        .getMessage());
    }

    @Test
    void twoRealmFilesAreAnErrorThatNamesBoth() {
        Path json = write("realm.json", "{\"realm\": \"dev\"}");
        Path yaml = write("realm.yaml", "realm: dev\n");

        assertEquals(
                "realm is not valid, 1 fault:\n  " + json + ": is there more than once: in " + json + " and " + yaml
                        + "; keep one, or give the other another name",
                assertThrows(InvalidSpecException.class, specs::realmName).getMessage());
    }

    @Test
    void aFileThatIsNotUtf8IsAnError() throws IOException {
        Path file = directory.resolve("latin.yaml");
        Files.write(file, "owner: Müller".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(
                "spec '" + file + "' is not valid, 1 fault:\n  " + file + ": is not UTF-8 text; save it in UTF-8",
                fault(file));
    }

    @Test
    void aFileThatIsMissingHugeOrNoSpecIsAnError() throws IOException {
        Path missing = directory.resolve("missing.yaml");
        Path folder = Files.createDirectory(directory.resolve("folder.yaml"));
        Path text = write("notes.txt", "");
        Path huge = write("huge.yaml", "#".repeat((1 << 20) + 1));

        assertEquals(
                "spec '" + missing + "' is not valid, 1 fault:\n  " + missing
                        + ": there is no such file; check the path",
                fault(missing));
        assertEquals(
                "spec '" + folder + "' is not valid, 1 fault:\n  " + folder
                        + ": is a directory: expected a file; name one in it",
                fault(folder));
        assertEquals(
                "spec '" + text + "' is not valid, 1 fault:\n  " + text
                        + ": is no spec file: expected a name that ends in .json, .yaml or .yml",
                fault(text));
        assertEquals(
                "spec '" + huge + "' is not valid, 1 fault:\n  " + huge
                        + ": is larger than 1048576 bytes; is it a spec?",
                fault(huge));
    }

    @Test
    void aDeviceThatNeverEndsIsTooLarge() throws IOException {
        Path endless = Files.createSymbolicLink(directory.resolve("zero.yaml"), Path.of("/dev/zero"));

        assertEquals(
                "spec '" + endless + "' is not valid, 1 fault:\n  " + endless
                        + ": is larger than 1048576 bytes; is it a spec?",
                fault(endless));
    }

    private static String fault(Path file) {
        return assertThrows(InvalidSpecException.class, () -> SpecFiles.read(file))
                .getMessage();
    }

    private Path write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }
}
