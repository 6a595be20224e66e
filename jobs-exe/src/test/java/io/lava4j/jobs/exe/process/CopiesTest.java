package io.lava4j.jobs.exe.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class CopiesTest {

    @TempDir
    private Path directory;

    @Test
    void aProgramThatAProcessStartedHereHasOpenIsWaitedFor() throws Exception {
        Path deep = Files.createDirectories(directory.resolve("a/b"));
        Process holder = holding(program(deep.resolve("program")));
        try {
            FutureTask<Boolean> closed = new FutureTask<>(() -> Copies.awaitClosed(directory, Duration.ofMinutes(1)));
            Thread waiting = new Thread(closed);
            waiting.start();
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                assertTrue(waiting.isAlive(), "it waits");
                LockSupport.parkNanos(100_000);
            }
            holder.getOutputStream().close();
            assertTrue(closed.get());
            assertEquals(0, holder.waitFor());
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void aProgramThatStaysOpenEndsTheWait() throws Exception {
        Process holder = holding(program(directory.resolve("program")));
        try {
            assertFalse(Copies.awaitClosed(directory, Duration.ZERO));
        } finally {
            holder.destroyForcibly();
        }
    }

    /** Such as what a helper of a connection logs to, and somebody else's program. */
    @Test
    void otherFilesAreNot() throws Exception {
        Path inside = Files.createDirectories(directory.resolve("job"));
        Process logs = holding(inside.resolve("log"));
        Process elsewhere = holding(program(directory.resolve("job.sh")));
        try {
            assertTrue(Copies.awaitClosed(inside));
            assertTrue(logs.isAlive() && elsewhere.isAlive());
        } finally {
            logs.destroyForcibly();
            elsewhere.destroyForcibly();
        }
    }

    private static Path program(Path file) throws IOException {
        return Files.setPosixFilePermissions(Files.createFile(file), PosixFilePermissions.fromString("rwx------"));
    }

    /** A process that has it open, until its standard input ends. */
    private static Process holding(Path file) throws IOException {
        Process holder =
                new ProcessBuilder("/bin/sh", "-c", "exec 3>>\"$0\"; echo; read -r _; :", file.toString()).start();
        assertEquals("", holder.inputReader().readLine());
        return holder;
    }
}
