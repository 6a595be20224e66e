package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * An object that lists others.
 *
 * @param uri its own address
 * @param entries what it lists, in its order
 */
record Manifest(String uri, List<Entry> entries) {

    /** In bytes; about 100,000 entries. */
    private static final long LARGEST = 16L << 20;

    static Manifest read(ObjectStore store, StoredObject object) {
        if (object.size() > LARGEST) {
            throw new JobFailedException("manifest '" + object.uri() + "' has " + object.size()
                    + " bytes: expected at most " + LARGEST + "; is it a manifest?");
        }
        return new Manifest(object.uri(), new ManifestText(object.uri(), content(store, object)).entries());
    }

    private static byte[] content(ObjectStore store, StoredObject object) {
        try (InputStream stream = store.open(object)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new JobFailedException(
                    "manifest '" + object.uri() + "' cannot be read: " + broken.getMessage(), broken);
        }
    }

    /**
     * An object that it lists.
     *
     * @param region where its bucket is, if the manifest says so
     * @param bucket its bucket
     * @param key its key
     * @param mandatory whether it must exist
     */
    record Entry(Optional<String> region, String bucket, String key, boolean mandatory) {

        String uri() {
            return "s3" + region.map("-"::concat).orElse("") + "://" + bucket + "/" + key;
        }
    }
}
