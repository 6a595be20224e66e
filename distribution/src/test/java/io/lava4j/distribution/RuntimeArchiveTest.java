package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive with a Java of its own, after it was unpacked elsewhere. One test for all, since to make it takes long; where no
 * JDK is there that can, the test says so.
 */
class RuntimeArchiveTest {

    private static final String SPEC = "conn_id: dwh\ntype: mysql\nenabled: true\nsecret_id: dwh\n";

    /** With it, Java does not start when the cache is of no use. */
    private static final Map<String, String> MUST_COUNT = Map.of("LAVA_JAVA_OPTS", "-XX:AOTMode=on");

    @TempDir
    private Path directory;

    private Path home;
    private LavaProgram lava;

    @Test
    void itStartsFromItsCachesWhereverItIsUnpackedAndWithoutThemWhenTheyDoNotCount()
            throws IOException, InterruptedException {
        var archive = RuntimeArchive.made(directory);
        if (archive.isEmpty()) {
            return;
        }
        home = archive.get().unpackedIn(Files.createDirectories(directory.resolve("else where")));
        lava = new LavaProgram(
                home.resolve("bin/lava"), Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", "/nowhere"));

        cachesCount();
        relativePathsAreTheUsers();
        placesAreTold();
        anotherCollectorAndHeapWork();
        aDescriptorInUseStays();
        pluginsDoNoHarm();
        anAddedJarIsSeen();
        aTouchedJarDoesNoHarm();
    }

    private void cachesCount() throws IOException {
        LavaProgram strict = lava.with(MUST_COUNT);
        assertTrue(said(strict.run("--version")).matches("lava \\S+ on Java (2[5-9]|[3-9][0-9])\\b.*"));
        assertTrue(said(strict.run("list")).contains("io.lava4j.aws"));
        assertEquals("1 spec, 0 faults", said(strict.run("validate", spec())));
        Ended run = strict.run("run", "nothing", "--specs", directory);
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("lava: "), run.err());
    }

    private void relativePathsAreTheUsers() throws IOException {
        assertEquals(
                "1 spec, 0 faults", said(shell("cd '" + spec().getParent() + "' && exec \"$0\" validate spec.yaml")));
    }

    private void placesAreTold() {
        String list = said(lava.run("list", "--json"));
        assertTrue(list.contains(home.resolve("lib").toString()), list);
        assertTrue(!list.contains("/proc/"), list);
    }

    private void anotherCollectorAndHeapWork() throws IOException {
        for (String options : new String[] {"-XX:+UseZGC -Xmx256m", "-XX:+UseParallelGC", "-XX:+UseG1GC"}) {
            assertUsable(lava.with(Map.of("LAVA_JAVA_OPTS", options)));
        }
        assertUsable(lava.with(Map.of("LAVA_CLASS_CACHE", "off")));
    }

    private void aDescriptorInUseStays() throws IOException {
        Path kept = Files.writeString(directory.resolve("kept"), "");
        assertEquals("1 spec, 0 faults", said(shell("exec 9>>'" + kept + "'; exec \"$0\" validate '" + spec() + "'")));
    }

    private void pluginsDoNoHarm() throws IOException {
        Files.createDirectories(home.resolve("plugins/empty"));
        Ended validate = lava.with(MUST_COUNT).run("validate", spec());
        assertEquals("1 spec, 0 faults", validate.out().strip(), validate.err());
        assertTrue(validate.err().lines().allMatch(line -> line.startsWith("lava: ")), validate.err());
        Files.delete(home.resolve("plugins/empty"));
    }

    private void anAddedJarIsSeen() throws IOException {
        InstalledCopy copy = new InstalledCopy(home);
        Path jar = copy.jar("lib/paper.jar", "3.1", Path.of("src/test/stranger"));
        assertTrue(said(lava.run("list")).contains("com.example.paper"));
        Files.delete(jar);
    }

    private void aTouchedJarDoesNoHarm() throws IOException {
        Files.setLastModifiedTime(
                new InstalledCopy(home).library("lava4j-core-"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertEquals(1, lava.with(MUST_COUNT).run("validate", spec()).status(), "the cache counted");
        assertUsable(lava);
    }

    private void assertUsable(LavaProgram program) throws IOException {
        assertEquals("1 spec, 0 faults", said(program.run("validate", spec())));
    }

    /** A command of the shell, with the program as $0. */
    private Ended shell(String command) {
        return new LavaProgram(Path.of("/bin/sh"), lava.environment()).run("-c", command, lava.executable());
    }

    private Path spec() throws IOException {
        return Files.writeString(directory.resolve("spec.yaml"), SPEC);
    }

    /** What a command that went well said; on stderr, nothing. */
    private static String said(Ended ended) {
        assertEquals("", ended.err());
        assertEquals(0, ended.status(), ended.out());
        return ended.out().strip();
    }
}
