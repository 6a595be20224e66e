package io.lava4j.core.run;

import io.lava4j.core.error.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that only this process's user can read: made when first asked for, gone when closed. Making one also removes
 * what processes left that died before they could close theirs.
 */
final class PrivateDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateDirectory.class);

    private Path path;
    private Life life;

    synchronized Path path() {
        if (path == null) {
            try {
                // The JDK makes it 0700.
                path = Files.createTempDirectory(Leftovers.PREFIX + ProcessIdentity.own() + "-");
                life = Life.in(path);
                Leftovers.beside(path).sweep();
            } catch (IOException failed) {
                throw new JobFailedException(
                        "a private directory cannot be made: " + failed.getMessage()
                                + "; check the directory for temporary files, which java.io.tmpdir names",
                        failed);
            }
        }
        return path;
    }

    @Override
    public synchronized void close() {
        if (path == null) {
            return;
        }
        try {
            Removal.of(path);
        } catch (IOException left) {
            LOG.warn("private directory '{}' could not be removed: {}", path, left.toString());
        }
        life.close();
        path = null;
    }
}
