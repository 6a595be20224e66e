package io.lava4j.core.run;

import io.lava4j.core.error.JobFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory that only this process's user can read: made when first asked for, gone when closed. */
final class PrivateDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateDirectory.class);

    private Path path;

    synchronized Path path() {
        if (path == null) {
            try {
                path = Files.createTempDirectory("lava4j-"); // the JDK makes it 0700
            } catch (IOException failed) {
                throw new JobFailedException("a private directory cannot be made: " + failed.getMessage(), failed);
            }
        }
        return path;
    }

    @Override
    public synchronized void close() {
        if (path == null) {
            return;
        }
        try (Stream<Path> content = Files.walk(path)) {
            for (Path entry : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (IOException | UncheckedIOException left) {
            LOG.warn("private directory '{}' could not be removed: {}", path, left.getMessage());
        }
        path = null;
    }
}
