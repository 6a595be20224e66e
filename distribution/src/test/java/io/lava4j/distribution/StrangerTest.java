package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector of somebody else's, compiled against core alone, added to lib/ of an installation. */
class StrangerTest {

    private static final Path SOURCES = Path.of("src/test/stranger");

    @TempDir
    private Path directory;

    private LavaProgram lava;

    @BeforeEach
    void install() throws IOException {
        Path home = directory.resolve("lava4j");
        copy(LavaProgram.home(), home);
        Path core = find(home.resolve("lib"), "lava4j-core-");
        Path classes = directory.resolve("classes");
        tool(
                "javac",
                "--release",
                "17",
                "-p",
                core,
                "-d",
                classes,
                SOURCES.resolve("module-info.java"),
                SOURCES.resolve("com/example/paper/PaperProvider.java"));
        tool("jar", "--create", "--file", home.resolve("lib/paper.jar"), "--module-version", "3.1", "-C", classes, ".");
        lava = LavaProgram.installed(home);
    }

    @Test
    void itIsListed() {
        Ended list = lava.run("list");
        assertEquals(0, list.status(), list.err());
        assertTrue(
                list.lines().stream()
                        .anyMatch(line ->
                                line.matches("connector +paper +com\\.example\\.paper +3\\.1 +\\S+/lib/paper\\.jar")),
                list.out());
    }

    @Test
    void itsSpecsAreValidatedByItsSchema() throws IOException {
        Path connections = Files.createDirectories(directory.resolve("specs/connections"));
        Files.writeString(connections.resolve("good.yaml"), "conn_id: good\ntype: paper\nenabled: true\ncolour: red\n");
        Files.writeString(connections.resolve("bad.yaml"), "conn_id: bad\ntype: paper\nenabled: true\ncolor: red\n");
        Ended validate = lava.run("validate", directory.resolve("specs"));
        assertEquals(2, validate.status(), validate.err());
        assertTrue(validate.out().contains("bad.yaml:4:1: /color: "), validate.out());
        assertTrue(validate.out().contains("'colour'"), validate.out());
        assertEquals("2 specs, 2 faults", validate.lines().get(validate.lines().size() - 1), validate.out());
    }

    private static void tool(String name, Object... arguments) {
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int status = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, texts);
        assertEquals(0, status, name);
    }

    private static Path find(Path folder, String prefix) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
