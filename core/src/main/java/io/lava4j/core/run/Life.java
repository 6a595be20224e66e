package io.lava4j.core.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sign in a directory that the process lives to which it belongs: a locked file. The system ends the lock with the
 * process, and every process sees it, whatever it sees of others: in another container, on another machine.
 *
 * <p>A lock is the process's, and ends when it closes that file however it has opened it: so nobody looks at a sign of its own.
 */
final class Life implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);

    private static final String NAME = ".lava4j-alive";

    private final Optional<FileChannel> file;

    private Life(Optional<FileChannel> file) {
        this.file = file;
    }

    /** Gives the sign until it is closed. Where files cannot be locked there is none. */
    static Life in(Path directory) {
        try {
            return new Life(Optional.of(locked(directory)));
        } catch (IOException impossible) {
            LOG.info("'{}' has no sign of life: {}", directory, impossible.toString());
            return new Life(Optional.empty());
        }
    }

    /** Whether a process is seen to live. Its directory is opened to us for that, should it be closed. */
    static boolean isSeen(Path directory) {
        open(directory);
        return hasFile(directory) && !isFree(directory);
    }

    /** Whether it is seen that the process has died: more than that no life is seen. */
    static boolean isOver(Path directory) {
        return hasFile(directory) && isFree(directory);
    }

    @Override
    public void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException failed) {
            LOG.debug("a sign of life could not be closed: {}", failed.toString());
        }
    }

    /** It has its name when it is locked, so that nobody finds it free before. */
    private static FileChannel locked(Path directory) throws IOException {
        Path made = directory.resolve(NAME + ".new");
        FileChannel channel = FileChannel.open(
                made,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (channel.tryLock() == null) {
                throw new IOException("a new file is locked already");
            }
            Files.move(made, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            return channel;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            Files.deleteIfExists(made);
            throw failed;
        }
    }

    /** A program may have closed both; the directory first, so that nobody else puts another file there. */
    private static void open(Path directory) {
        Path sign = directory.resolve(NAME);
        try {
            if (!Files.isExecutable(directory) || hasFile(directory) && !Files.isWritable(sign)) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            if (hasFile(directory) && !Files.isWritable(sign)) {
                Files.setPosixFilePermissions(sign, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException unknown) {
            LOG.debug("'{}' stays closed: {}", directory, unknown.toString());
        }
    }

    /** Nothing else is opened: a program may have put a pipe there, which would wait for another end. */
    private static boolean hasFile(Path directory) {
        return Files.isRegularFile(directory.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFree(Path directory) {
        try (FileChannel channel =
                        FileChannel.open(directory.resolve(NAME), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException unknown) {
            return false;
        }
    }
}
