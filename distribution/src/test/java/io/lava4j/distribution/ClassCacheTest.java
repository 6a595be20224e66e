package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes that an installation without a Java of its own keeps for the next start, in a folder of the user's. */
class ClassCacheTest {

    /** From which Java on there is a cache. */
    private static final int ABLE = 19;

    @TempDir
    private Path directory;

    private LavaProgram lava;

    @BeforeEach
    void aFolderOfTheUsers() {
        lava = LavaProgram.assembled().with(Map.of("XDG_CACHE_HOME", directory.toString()));
    }

    @Test
    void aCommandKeepsItsClassesForTheNextWhereJavaCan() throws IOException {
        assertQuiet(lava.run("list"));
        if (LavaProgram.major() < ABLE) {
            assertEquals(List.of(), kept());
            return;
        }
        assertEquals(1, kept().size(), kept().toString());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        // Without a cache that counts, Java would not start.
        assertQuiet(lava.with(Map.of("LAVA_JAVA_OPTS", "-Xlog:disable -XX:+RequireSharedSpaces"))
                .run("list"));
        assertQuiet(lava.run("describe", "mysql"));
        assertEquals(2, kept().size(), kept().toString());
    }

    @Test
    void aBrokenCacheIsMadeAnewWithoutAWord() throws IOException {
        assertQuiet(lava.run("list"));
        for (Path cache : kept()) {
            Files.writeString(cache, "broken");
        }
        assertQuiet(lava.run("list"));
        for (Path cache : kept()) {
            assertTrue(Files.size(cache) > 1000, cache.toString());
        }
    }

    @Test
    void itIsNotKeptWhereTheUserSaysSo() throws IOException {
        assertQuiet(lava.with(Map.of("LAVA_CLASS_CACHE", "off")).run("list"));
        assertFalse(Files.exists(folder()));
    }

    @Test
    void aFolderThatCannotBeMadeStopsNothing() throws IOException {
        Files.writeString(folder(), "a file");
        assertQuiet(lava.run("list"));
        assertQuiet(lava.with(Map.of("XDG_CACHE_HOME", "/nowhere/at/all")).run("list"));
    }

    private static void assertQuiet(Ended ended) {
        assertEquals("", ended.err());
        assertEquals(0, ended.status(), ended.out());
        assertTrue(ended.lines().stream().noneMatch(line -> line.startsWith("[")), ended.out());
    }

    private List<Path> kept() throws IOException {
        if (!Files.exists(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }

    private Path folder() {
        return directory.resolve("lava4j");
    }
}
