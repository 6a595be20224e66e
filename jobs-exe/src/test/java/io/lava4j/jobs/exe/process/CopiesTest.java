package io.lava4j.jobs.exe.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CopiesTest {

    @TempDir
    private Path directory;

    @Test
    void aFileThatAProcessStartedHereHasOpenIsWaitedFor() throws Exception {
        Path deep = Files.createDirectories(directory.resolve("a/b"));
        Process holder = holding(deep.resolve("program"));
        try {
            Thread waiting = new Thread(() -> awaitClosed(directory));
            waiting.start();
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                assertTrue(waiting.isAlive(), "it waits");
                LockSupport.parkNanos(100_000);
            }
            holder.getOutputStream().close();
            waiting.join();
            assertEquals(0, holder.waitFor());
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void filesElsewhereAreNot() throws Exception {
        Path beside = Files.createDirectories(directory.resolve("beside"));
        Process holder = holding(directory.resolve("beside.txt"));
        try {
            awaitClosed(beside);
            assertTrue(holder.isAlive());
        } finally {
            holder.destroyForcibly();
        }
    }

    /** A process that has it open, until its standard input ends. */
    private static Process holding(Path file) throws IOException {
        Process holder =
                new ProcessBuilder("/bin/sh", "-c", "exec 3>\"$0\"; echo; read -r _; :", file.toString()).start();
        assertEquals("", holder.inputReader().readLine());
        return holder;
    }

    private static void awaitClosed(Path directory) {
        try {
            Copies.awaitClosed(directory);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
