package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector and a store of specs of somebody else's, compiled against core alone, added to lib/ of an installation. */
class StrangerTest {

    private static final Path SOURCES = Path.of("src/test/stranger");

    private static final String GOOD =
            """
            conn_id: note
            type: paper
            enabled: true
            colour: red
            sheet: ../sheet.txt
            """;

    @TempDir
    private Path directory;

    private LavaProgram lava;

    @BeforeEach
    void install() throws IOException {
        InstalledCopy copy = InstalledCopy.at(directory.resolve("lava4j"));
        copy.jar("lib/paper.jar", "3.1", SOURCES);
        lava = copy.lava();
    }

    @Test
    void itIsListed() {
        Ended list = lava.run("list");
        assertEquals(0, list.status(), list.err());
        assertTrue(
                list.lines().stream()
                        .anyMatch(line -> line.matches("connector +paper +com\\.example\\.paper +3\\.1 +-")),
                list.out());
    }

    @Test
    void itsSpecsAreValidatedByItsSchema() throws IOException {
        write("connections/good.yaml", GOOD);
        write("connections/bad.yaml", GOOD.replace("note", "bad").replace("colour", "color"));
        Ended validate = lava.run("validate", directory.resolve("specs"));
        assertEquals(2, validate.status(), validate.err());
        assertTrue(validate.out().contains("bad.yaml:4:1: /color: "), validate.out());
        assertTrue(validate.out().contains("'colour'"), validate.out());
        assertEquals("2 specs, 2 faults", validate.lines().get(validate.lines().size() - 1), validate.out());
    }

    @Test
    void aJobLoadsObjectsOfADirectoryIntoIt() throws IOException {
        write("objects/drawer/in/1.csv", "1,one\n2,Ωmega\n");
        write("objects/drawer/in/2.csv", "3,three\n");
        write("objects/drawer/other.csv", "4,not asked for\n");
        write("sheet.txt", "0,there before\n");

        Ended run = load("append", "[PREFIX]");

        assertEquals(0, run.status(), run.err());
        assertEquals(
                "0,there before\n1,one\n2,Ωmega\n3,three\n", Files.readString(directory.resolve("specs/sheet.txt")));
        Map<?, ?> result = Json.object(run.out());
        assertEquals(3, result.get("rows"));
        assertEquals(2, result.get("files"));
        assertEquals(23, result.get("bytes"));
        assertEquals("client", result.get("load_path"));
    }

    @Test
    void aJobAndItsConnectionComeFromItsStoreOfSpecs() throws IOException {
        write("pile/dev/connection-note", GOOD);
        write(
                "pile/dev/job-look",
                """
                job_id: look
                type: db_from_s3
                enabled: true
                parameters: {db_conn_id: note, bucket: none, key: in/, schema: desk, table: sheet, mode: append}
                """);
        String pile = "pile:" + directory.resolve("specs/pile");

        // Objects beside the specs belong to a directory; and there is no bucket without AWS.
        Ended run = lava.with(Map.of("AWS_REGION", "us-east-1", "AWS_ENDPOINT_URL", "http://127.0.0.1:1"))
                .run("run", "look", "--realm", "dev", "--specs", pile);
        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().startsWith("lava: object 's3://none/in/': no AWS credentials were found;"), run.err());

        Ended none = lava.run("run", "none", "--realm", "dev", "--specs", pile);
        assertEquals(2, none.status(), none.err());
        assertEquals(
                "lava: job 'none': there is none in pile '" + directory.resolve("specs/pile/dev")
                        + "'; check its name, and where specs are looked for (--specs or LAVA_SPECS)\n",
                none.err());

        Ended unknown = lava.run("run", "look", "--realm", "dev", "--specs", "piles:x");
        assertEquals(2, unknown.status(), unknown.err());
        assertEquals(
                "lava: specs 'piles:x': spec store type 'piles' is unknown; did you mean 'pile'?"
                        + " Known on the module path: dynamodb, pile\n",
                unknown.err());
    }

    @Test
    void whatItDoesNotHaveItRefusesByNameAndWritesNothing() throws IOException {
        write("objects/drawer/in/1.csv", "1,one\n");
        write("sheet.txt", "0,there before\n");

        Ended run = load("delete", "[PREFIX, REPLACE, HEADER]");

        assertEquals(2, run.status(), run.err());
        assertEquals(
                "lava: sheet '" + directory.resolve("specs/connections/../sheet.txt")
                        + "': paper has no mode 'DELETE', duplicates 'REPLACE', header",
                run.err().strip());
        assertEquals("0,there before\n", Files.readString(directory.resolve("specs/sheet.txt")));
    }

    private Ended load(String mode, String args) throws IOException {
        write("connections/note.yaml", GOOD);
        write(
                "jobs/write.yaml",
                """
                job_id: write
                type: db_from_s3
                enabled: true
                parameters: {db_conn_id: note, bucket: drawer, key: in/, schema: desk, table: sheet, mode: %s, args: %s}
                """
                        .formatted(mode, args));
        return lava.run("run", "write", "--json", "--realm", "dev", "--specs", directory.resolve("specs"));
    }

    private void write(String name, String content) throws IOException {
        Path file = directory.resolve("specs").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
