package io.lava4j.connector.mysql;

import io.lava4j.core.spi.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Objects as byte arrays, each opened by a way of its own if a test wants so. */
final class MemoryObjects implements ObjectStore {

    private final Map<StoredObject, Supplier<InputStream>> streams = new LinkedHashMap<>();
    private final Map<StoredObject, byte[]> contents = new HashMap<>();

    StoredObject add(String key, byte[] content) {
        StoredObject object = add(key, content.length, () -> new ByteArrayInputStream(content));
        contents.put(object, content);
        return object;
    }

    StoredObject add(String key, long size, Supplier<InputStream> stream) {
        StoredObject object = new StoredObject("bucket", key, size, "etag");
        streams.put(object, stream);
        return object;
    }

    List<StoredObject> all() {
        return List.copyOf(streams.keySet());
    }

    @Override
    public InputStream open(StoredObject object) {
        return streams.get(object).get();
    }

    @Override
    public InputStream read(StoredObject object, long offset) {
        byte[] content = contents.get(object);
        return new ByteArrayInputStream(content, (int) offset, content.length - (int) offset);
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        throw new UnsupportedOperationException("the job looks objects up");
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        throw new UnsupportedOperationException("the job lists objects");
    }

    @Override
    public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
        throw new UnsupportedOperationException("a load writes no object");
    }

    @Override
    public Optional<String> region(String bucket) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
