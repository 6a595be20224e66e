package io.lava4j.distribution;

import io.lava4j.distribution.LavaProgram.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Looks at the private directories of a run, and at the files of its connections. */
final class Modes {

    private final ProgramJob job;
    private final Map<String, String> seen = new HashMap<>();

    Modes(ProgramJob job) {
        this.job = job;
    }

    /** Until the run has ended, which waits to be let go until the file has been seen. */
    void watch(Running run, String file, String go) throws IOException {
        while (run.process().isAlive()) {
            if (seen.containsKey(file) && !Files.exists(job.specs().resolve(go))) {
                job.give(go);
            }
            for (Path directory : job.left()) {
                look(directory);
                files(directory.resolve(".lava/connections")).forEach(this::look);
            }
            LockSupport.parkNanos(200_000);
        }
    }

    /** By name; of one that was seen to have several, the last that others may use. */
    Map<String, String> seen() {
        return seen;
    }

    static String of(Path file) throws IOException {
        int mode = (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return Integer.toOctalString(mode & 0777);
    }

    private void look(Path file) {
        try {
            String mode = of(file);
            seen.merge(file.getFileName().toString(), mode, (before, now) -> now.endsWith("00") ? before : now);
        } catch (IOException gone) {
            // It was there for a moment.
        }
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
