package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.jobs.dbfroms3.Manifest.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One store in the regions that a manifest names for its buckets. Holds nothing of its own to close. */
final class RegionalObjects implements ObjectStore {

    private final ObjectStore store;
    private final Map<String, String> regions;

    private RegionalObjects(ObjectStore store, Map<String, String> regions) {
        this.store = store;
        this.regions = Map.copyOf(regions);
    }

    static ObjectStore of(Manifest manifest, ObjectStore store) {
        Map<String, String> regions = new HashMap<>();
        for (Entry entry : manifest.entries()) {
            entry.region().ifPresent(region -> {
                String other = regions.putIfAbsent(entry.bucket(), region);
                if (other != null && !other.equals(region)) {
                    throw new JobFailedException(
                            "manifest '" + manifest.uri() + "': bucket '" + entry.bucket() + "' is said to be in '"
                                    + other + "' and in '" + region + "': expected one region; correct the manifest");
                }
            });
        }
        return regions.isEmpty() ? store : new RegionalObjects(store, regions);
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        return of(bucket).head(bucket, key);
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        return of(bucket).list(bucket, prefix);
    }

    @Override
    public InputStream read(StoredObject object, long offset) throws IOException {
        return of(object.bucket()).read(object, offset);
    }

    @Override
    public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
        of(bucket).put(bucket, key, file, kmsKey);
    }

    @Override
    public Optional<String> region(String bucket) {
        return of(bucket).region(bucket);
    }

    @Override
    public void close() {
        // The store is core's, and closed by it.
    }

    private ObjectStore of(String bucket) {
        return Optional.ofNullable(regions.get(bucket)).map(store::in).orElse(store);
    }
}
