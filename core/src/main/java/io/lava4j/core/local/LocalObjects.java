package io.lava4j.core.local;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
        Path file = file(bucket, key);
        return key.endsWith("/") || !Files.isRegularFile(file)
                ? Optional.empty()
                : Optional.of(stored(bucket, key, file));
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        Path root = bucket(bucket);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> stored(bucket, key(root, file), file))
                    .filter(object -> object.key().startsWith(prefix))
                    .sorted(BY_KEY)
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw failed(bucket, prefix, "cannot be listed: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public InputStream read(StoredObject object, long offset) throws IOException {
        Path file = file(object.bucket(), object.key());
        try {
            InputStream stream = Files.newInputStream(file);
            stream.skipNBytes(offset);
            return new UnchangedInputStream(stream, object.size() - offset, () -> requireUnchanged(object, file));
        } catch (NoSuchFileException deleted) {
            throw failed(object.bucket(), object.key(), "was deleted while it was read", deleted);
        }
    }

    @Override
    public void put(String bucket, String key, Path source, Optional<String> kmsKey) {
        Path file = file(bucket, key);
        try {
            Files.createDirectories(file.getParent());
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw failed(bucket, key, "cannot be written: " + unwritable.getMessage(), unwritable);
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
        Path root = directory.resolve(bucket).normalize();
        if (!directory.equals(root.getParent()) || !Files.isDirectory(root)) {
            throw new JobFailedException(
                    "bucket '" + bucket + "': there is no directory '" + directory.resolve(bucket) + "'");
        }
        return root;
    }

    private Path file(String bucket, String key) {
        Path root = bucket(bucket);
        Path file = root.resolve(key.startsWith("/") ? "." + key : key).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw failed(bucket, key, "is not a path within its bucket's directory", null);
        }
        return file;
    }

    private static String key(Path root, Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static void requireUnchanged(StoredObject object, Path file) {
        if (!stored(object.bucket(), object.key(), file).equals(object)) {
            throw failed(object.bucket(), object.key(), "was changed while it was read", null);
        }
    }

    private static StoredObject stored(String bucket, String key, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String etag = attributes.fileKey() + "-" + attributes.size() + "-"
                    + attributes.lastModifiedTime().toInstant();
            return new StoredObject(bucket, key, attributes.size(), etag);
        } catch (IOException unreadable) {
            throw failed(bucket, key, "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static JobFailedException failed(String bucket, String key, String what, Exception cause) {
        return new JobFailedException("object 's3://" + bucket + "/" + key + "' " + what, cause);
    }
}
