package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One bucket, in memory. */
final class MemoryObjects implements ObjectStore {

    static final String BUCKET = "exports";

    private final Map<String, byte[]> content = new TreeMap<>();
    private final Set<String> denied = new HashSet<>();

    /** Can be listed and not be read. */
    MemoryObjects withDenied(String key, int size) {
        denied.add(key);
        return with(key, size);
    }

    MemoryObjects with(String key, int size) {
        content.put(key, new byte[size]);
        return this;
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        return list(bucket, key).stream()
                .filter(object -> object.key().equals(key))
                .findFirst();
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        if (!bucket.equals(BUCKET)) {
            throw new JobFailedException("bucket '" + bucket + "' does not exist");
        }
        return content.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> new StoredObject(bucket, entry.getKey(), entry.getValue().length, "1"))
                .sorted(Comparator.comparing(StoredObject::key))
                .toList();
    }

    @Override
    public InputStream read(StoredObject object, long offset) {
        if (denied.contains(object.key())) {
            throw new JobFailedException("object '" + object.uri() + "': access is denied");
        }
        byte[] bytes = content.get(object.key());
        return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    }

    @Override
    public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> region(String bucket) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
