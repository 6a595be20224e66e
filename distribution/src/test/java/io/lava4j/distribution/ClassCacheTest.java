package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
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
        assertQuiet(lava.run("describe", "mysql"));
        assertEquals(2, kept().size(), kept().toString());
    }

    @Test
    void theNextStartReadsIt() throws IOException {
        assertQuiet(lava.run("list"));
        Path log = directory.resolve("loaded");
        assertQuiet(lava.with(Map.of("LAVA_JAVA_OPTS", "-Xlog:class+load=info:file=" + log + ":none"))
                .run("list"));
        assertEquals(
                LavaProgram.major() >= ABLE,
                Files.readString(log).contains("io.lava4j.cli.Main source: shared objects file (top)"));
    }

    @Test
    void aCacheThatCannotBeReadStopsNothing() throws IOException {
        assertQuiet(lava.run("list"));
        for (String content : List.of("", "broken")) {
            for (Path cache : kept()) {
                Files.writeString(cache, content);
            }
            assertQuiet(lava.run("list"));
        }
    }

    @Test
    void itIsMadeAnewWhenAJarIsNewer() throws IOException {
        assertQuiet(lava.run("list"));
        FileTime before = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        for (Path cache : kept()) {
            Files.setLastModifiedTime(cache, before);
        }
        assertQuiet(lava.run("list"));
        for (Path cache : kept()) {
            assertNotEquals(before, Files.getLastModifiedTime(cache));
        }
    }

    @Test
    void installationsWhosePathsAreAlikeKeepTheirOwn() throws IOException {
        Path one = Files.createDirectories(directory.resolve("a/b"));
        Path other = Files.createDirectories(directory.resolve("a-b"));
        LavaProgram here = InstalledCopy.at(one.resolve("lava")).lava().with(lava.environment());
        LavaProgram there = InstalledCopy.at(other.resolve("lava")).lava().with(lava.environment());

        assertQuiet(here.run("list"));
        assertQuiet(there.run("list"));
        assertQuiet(there.run("list"));
    }

    @Test
    void thoseForAJavaThatWasUsedBeforeGo() throws IOException {
        assertQuiet(lava.run("list"));
        for (Path cache : kept()) {
            Path folder = cache.getParent();
            Files.move(folder, folder.resolveSibling("java-0"));
        }
        assertQuiet(lava.run("list"));
        assertEquals(LavaProgram.major() >= ABLE ? 1 : 0, kept().size(), kept().toString());
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
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path folder() {
        return directory.resolve("lava4j");
    }
}
