package io.lava4j.testing;

import io.lava4j.core.spi.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Objects in memory; counts what is open, and may do harm to what is read. */
final class LoadObjects implements ObjectStore {

    static final String BUCKET = "contract";

    final AtomicInteger open = new AtomicInteger();
    final List<String> written = new ArrayList<>();
    boolean closed;
    /** What becomes of an opened stream. */
    UnaryOperator<InputStream> harm = UnaryOperator.identity();

    /** Where the bucket is; by default there are no regions. */
    Optional<String> region = Optional.empty();

    private final Map<StoredObject, byte[]> contents = new LinkedHashMap<>();

    LoadObjects add(String key, byte[] content) {
        contents.put(new StoredObject(BUCKET, key, content.length, "1"), content);
        return this;
    }

    LoadObjects add(String key, String content) {
        return add(key, content.getBytes(StandardCharsets.UTF_8));
    }

    List<StoredObject> all() {
        return List.copyOf(contents.keySet());
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        return list(bucket, key).stream()
                .filter(object -> object.key().equals(key))
                .findFirst();
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        return contents.keySet().stream()
                .filter(object -> object.bucket().equals(bucket) && object.key().startsWith(prefix))
                .sorted(Comparator.comparing(StoredObject::key))
                .toList();
    }

    @Override
    public InputStream read(StoredObject object, long offset) {
        byte[] content = contents.get(object);
        return new Counted(new ByteArrayInputStream(content, (int) offset, content.length - (int) offset));
    }

    @Override
    public InputStream open(StoredObject object) {
        return harm.apply(read(object, 0));
    }

    @Override
    public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
        try {
            written.add(key);
            add(key, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<String> region(String bucket) {
        return region;
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class Counted extends FilterInputStream {

        private boolean ended;

        Counted(InputStream in) {
            super(in);
            open.incrementAndGet();
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (!ended) {
                ended = true;
                open.decrementAndGet();
            }
        }
    }
}
