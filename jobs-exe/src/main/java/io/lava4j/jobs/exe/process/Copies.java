package io.lava4j.jobs.exe.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Copies of this process. Whenever Java starts a program, whoever asked for it, there is one for a moment, with all files
 * open that were open here; and the system runs no file that any process has open for writing ("Text file busy"). So who
 * has written a program waits until no copy has it.
 */
public final class Copies {

    /** Milliseconds do on a machine that is not busy. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(1);

    private Copies() {}

    /**
     * Waits until no process that was started here has a program of a directory open. Where there is no {@code /proc},
     * nothing is known and nothing waited for.
     *
     * @param directory with programs that are written, and closed here
     * @return whether none has; one that keeps a file open, and an interrupt, end the wait
     */
    public static boolean awaitClosed(Path directory) throws IOException {
        return awaitClosed(directory, LIMIT);
    }

    static boolean awaitClosed(Path directory, Duration limit) throws IOException {
        Path real = directory.toRealPath();
        long end = System.nanoTime() + limit.toNanos();
        while (anyHasOpen(real)) {
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private static boolean anyHasOpen(Path directory) {
        return ProcessHandle.current().children().anyMatch(child -> hasOpen(child.pid(), directory));
    }

    private static boolean hasOpen(long pid, Path directory) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : open) {
                if (isProgram(directory, file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException ended) {
            return false;
        }
    }

    private static boolean isProgram(Path directory, Path descriptor) {
        try {
            Path file = Files.readSymbolicLink(descriptor);
            return file.startsWith(directory) && Files.isExecutable(file);
        } catch (IOException closed) {
            return false;
        }
    }
}
