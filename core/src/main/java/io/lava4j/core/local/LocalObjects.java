package io.lava4j.core.local;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects in a directory: {@code <bucket>/<key>}. A file that changes while it is read is noticed at its end at latest. */
public final class LocalObjects implements ObjectStore {

    private static final Comparator<StoredObject> BY_KEY =
            Comparator.comparing(object -> object.key().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Path directory;

    /**
     * Reads nothing yet.
     *
     * @param directory holds a directory for each bucket
     */
    public LocalObjects(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        if (key.endsWith("/")) {
            bucket(bucket);
            return Optional.empty();
        }
        Path file = file(bucket, key);
        return Files.isRegularFile(file) ? Optional.of(stored(bucket, key, file)) : Optional.empty();
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        Path root = bucket(bucket);
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> key(root, file).startsWith(prefix) && Files.isRegularFile(file))
                    .map(file -> stored(bucket, key(root, file), file))
                    .sorted(BY_KEY)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw failed(bucket, prefix, "cannot be listed: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public InputStream read(StoredObject object, long offset) throws IOException {
        Path file = file(object.bucket(), object.key());
        requireUnchanged(object, file);
        InputStream stream = Channels.newInputStream(Files.newByteChannel(file).position(offset));
        return new UnchangedInputStream(stream, object.size() - offset, () -> requireUnchanged(object, file));
    }

    @Override
    public void put(String bucket, String key, Path source, Optional<String> kmsKey) {
        Path file = file(bucket, key);
        try {
            Files.createDirectories(file.getParent());
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw failed(
                    bucket,
                    key,
                    "cannot be written: " + unwritable.getMessage()
                            + "; check the rights on its directory, and the disk",
                    unwritable);
        }
    }

    @Override
    public Optional<String> region(String bucket) {
        bucket(bucket);
        return Optional.empty();
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private Path bucket(String bucket) {
        return within(directory, bucket)
                .filter(root -> directory.equals(root.getParent()) && Files.isDirectory(root))
                .orElseThrow(() -> new JobFailedException(
                        "bucket '" + printable(bucket) + "': there is no directory of that name in '" + directory
                                + "'; make it, or correct the name"));
    }

    private Path file(String bucket, String key) {
        return within(bucket(bucket), key)
                .orElseThrow(() -> failed(
                        bucket,
                        key,
                        "cannot be a file: expected names between single slashes, none of them '.' or '..'",
                        null));
    }

    /** A name that goes elsewhere, or that a file system would take for another one, is no file. */
    private static Optional<Path> within(Path root, String name) {
        try {
            Path path = root.resolve(root.getFileSystem().getPath(name)).normalize();
            return path.startsWith(root) && key(root, path).equals(name) && !name.isEmpty()
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    private static String key(Path root, Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static void requireUnchanged(StoredObject object, Path file) {
        if (Files.notExists(file)) {
            throw failed(object.bucket(), object.key(), "was deleted while it was read; run the job again", null);
        }
        if (!stored(object.bucket(), object.key(), file).equals(object)) {
            throw failed(object.bucket(), object.key(), "was changed while it was read; run the job again", null);
        }
    }

    private static StoredObject stored(String bucket, String key, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String etag = attributes.fileKey() + "-" + attributes.size() + "-"
                    + attributes.lastModifiedTime().toInstant();
            return new StoredObject(bucket, key, attributes.size(), etag);
        } catch (IOException unreadable) {
            throw failed(
                    bucket,
                    key,
                    "cannot be read: " + unreadable.getMessage() + "; check that it is a file and the rights on it",
                    unreadable);
        }
    }

    private static JobFailedException failed(String bucket, String key, String what, Exception cause) {
        return new JobFailedException("object 's3://" + bucket + "/" + printable(key) + "' " + what, cause);
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cc}", "?");
    }
}
