package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** One bucket, in memory; other regions may hold others. */
final class MemoryObjects implements ObjectStore {

    static final String BUCKET = "exports";

    private final String name;
    private final Map<String, byte[]> content = new TreeMap<>();
    private final Map<String, ObjectStore> elsewhere = new HashMap<>();
    private final Set<String> denied = new HashSet<>();

    /** Which objects were read, and from which byte on. */
    final Set<String> reads = ConcurrentHashMap.newKeySet();

    /** Told of each key that is looked up. */
    Consumer<String> lookUps = key -> {};

    MemoryObjects() {
        this(BUCKET);
    }

    private MemoryObjects(String name) {
        this.name = name;
    }

    /** Can be listed and not be read. */
    MemoryObjects withDenied(String key, int size) {
        denied.add(key);
        return with(key, size);
    }

    MemoryObjects with(String key, int size) {
        content.put(key, new byte[size]);
        return this;
    }

    MemoryObjects with(String key, String text) {
        content.put(key, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Lets this bucket be seen in this region alone. */
    MemoryObjects with(String region, MemoryObjects there) {
        elsewhere.put(region, there);
        return this;
    }

    /** Another bucket, for {@link #with(String, MemoryObjects)}. */
    static MemoryObjects bucket(String name) {
        return new MemoryObjects(name);
    }

    @Override
    public ObjectStore in(String region) {
        return elsewhere.get(region);
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        lookUps.accept(key);
        return list(bucket, key).stream()
                .filter(object -> object.key().equals(key))
                .findFirst();
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        if (!bucket.equals(name)) {
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
        reads.add(object.key() + " " + offset);
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
