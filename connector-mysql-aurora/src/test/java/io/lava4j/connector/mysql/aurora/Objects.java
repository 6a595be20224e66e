package io.lava4j.connector.mysql.aurora;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadRequest.Rules;
import io.lava4j.core.spi.LoadRequest.Source;
import io.lava4j.core.spi.LoadRequest.Target;
import io.lava4j.core.spi.ObjectStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Objects that nobody reads, in buckets with regions. */
record Objects(Map<String, String> regions) implements ObjectStore {

    static final Objects IN_SYDNEY = new Objects(Map.of("exports", "ap-southeast-2"));

    /** A load of some of them. */
    LoadRequest load(Duplicates duplicates, StoredObject... objects) {
        return new LoadRequest(
                "run",
                new Target("sales", "orders", List.of(), List.of()),
                new Source(List.of(objects), this),
                new Format(",", "", false, "\\", "\n", 1, "utf8mb4", Compression.NONE, Optional.empty()),
                new Rules(Mode.APPEND, duplicates, OptionalLong.empty(), true),
                LoadRequest.Path.AUTO,
                OptionalInt.of(1));
    }

    LoadRequest load(StoredObject... objects) {
        return load(Duplicates.FAIL, objects);
    }

    static StoredObject object(String key, long size) {
        return new StoredObject("exports", key, size, "etag");
    }

    @Override
    public Optional<String> region(String bucket) {
        return Optional.ofNullable(regions.get(bucket));
    }

    @Override
    public InputStream read(StoredObject object, long offset) {
        throw new UnsupportedOperationException("nobody reads");
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        throw new UnsupportedOperationException("nobody looks up");
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        throw new UnsupportedOperationException("nobody lists");
    }

    @Override
    public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
        throw new UnsupportedOperationException("nobody writes");
    }

    @Override
    public void close() {}
}
