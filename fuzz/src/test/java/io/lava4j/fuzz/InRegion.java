package io.lava4j.fuzz;

import io.lava4j.core.spi.ObjectStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A store of which nothing but the region is asked.
 *
 * @param name the region
 */
public record InRegion(String name) implements ObjectStore {

    @Override
    public Optional<String> region(String bucket) {
        return Optional.of(name);
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        throw new UnsupportedOperationException("a statement needs no object");
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        throw new UnsupportedOperationException("a statement needs no object");
    }

    @Override
    public InputStream read(StoredObject object, long offset) {
        throw new UnsupportedOperationException("a statement needs no object");
    }

    @Override
    public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
        throw new UnsupportedOperationException("a statement needs no object");
    }

    @Override
    public void close() {}
}
