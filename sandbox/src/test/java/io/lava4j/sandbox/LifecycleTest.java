package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Counts processes: nobody else may start one meanwhile. */
@Isolated
class LifecycleTest {
    @Test
    void nothingIsLeftAfterClose() {
        Set<ProcessHandle> before = children();
        Set<ProcessHandle> started;
        Sandbox sandbox = Sandbox.open();
        try (sandbox) {
            sandbox.startAll();
            started = new HashSet<>(children());
            started.removeAll(before);
            assertEquals(5, started.size(), "MySQL, twice, MariaDB, S3 and the watcher run: " + started);
        }

        assertEquals(List.of(), started.stream().filter(ProcessHandle::isAlive).toList());
        assertFalse(Files.exists(sandbox.folder()), "the folder is left");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Sandbox sandbox = Sandbox.open();

        sandbox.close();
        sandbox.close();

        assertFalse(Files.exists(sandbox.folder()), "the folder is left");
    }

    @Test
    void anInterruptedThreadClosesAllTheSame() {
        Sandbox sandbox = Sandbox.open();
        ProcessHandle server = sandbox.mariadb().process();

        Thread.currentThread().interrupt();
        sandbox.close();

        assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
        assertFalse(server.isAlive(), "the server is left");
    }

    @Test
    void closeLeavesNothingEvenWhenTheWatcherWasKilled() throws Exception {
        Set<ProcessHandle> before = children();
        Sandbox sandbox = Sandbox.open();
        ProcessHandle watcher = children().stream()
                .filter(child -> !before.contains(child))
                .findFirst()
                .orElseThrow();
        ProcessHandle server = sandbox.mariadb().process();

        watcher.destroyForcibly();
        watcher.onExit().get(300, TimeUnit.SECONDS);
        var refused = assertThrows(SandboxException.class, sandbox::mysql);
        sandbox.close();

        assertEquals(
                "The sandbox's watcher has ended: nothing would end the servers should this JVM die",
                refused.getMessage());
        assertFalse(server.isAlive(), "the server is left");
        assertFalse(Files.exists(sandbox.folder()), "the folder is left");
        assertEquals(before, children());
    }

    @Test
    void aClosedSandboxStartsNothing() {
        Sandbox sandbox = Sandbox.open();
        sandbox.close();

        var refused = assertThrows(SandboxException.class, sandbox::mariadb);

        assertEquals("The sandbox is closed: it starts no more servers", refused.getMessage());
        assertFalse(Files.exists(sandbox.folder()), "the folder is back");
    }

    @Test
    void aServerThatIsStillStartingEndsToo() throws Exception {
        Sandbox sandbox = Sandbox.open();
        var starting = CompletableFuture.supplyAsync(sandbox::mysql);
        // Its files are being copied, or it runs already: either way nothing may be left.
        awaitFolder(sandbox.folder(), "database-1");

        sandbox.close();

        assertFalse(Files.exists(sandbox.folder()), "the folder is left");
        starting.handle((server, failure) -> failure).get(300, TimeUnit.SECONDS);
        assertFalse(Files.exists(sandbox.folder()), "the folder is back");
    }

    @Test
    void noOneElseCanLookInside() throws IOException {
        try (Sandbox sandbox = Sandbox.open()) {
            DatabaseServer server = sandbox.mariadb();
            Path keys = server.caFile().getParent();

            assertEquals("rwx------", permissions(sandbox.folder()));
            assertEquals("rwx------", permissions(keys));
            assertEquals("rw-------", permissions(keys.resolve("localhost.key")));
            try (var files = Files.walk(sandbox.folder())) {
                assertEquals(
                        List.of(),
                        files.filter(file -> file.endsWith("root.sql")).toList(),
                        "root's password is left in a file");
            }
        }
    }

    private static void awaitFolder(Path parent, String name) throws Exception {
        try (var events = parent.getFileSystem().newWatchService()) {
            parent.register(events, StandardWatchEventKinds.ENTRY_CREATE);
            if (!Files.exists(parent.resolve(name))) {
                assertNotNull(events.poll(300, TimeUnit.SECONDS), "no folder " + name);
            }
        }
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
