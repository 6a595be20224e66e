package io.lava4j.aws;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore.StoredObject;

/** What a store says of an object, once it is sure that it says enough. */
final class Found {

    private static final int LONGEST_VERSION = 1_024;

    private Found() {}

    /** @param size null when the store said none, as is the version */
    static StoredObject object(String bucket, String key, Long size, String version) {
        if (size == null || size < 0) {
            throw fault(bucket, key, "its size");
        }
        if (version == null || version.isEmpty() || version.length() > LONGEST_VERSION) {
            throw fault(bucket, key, "its version (ETag)");
        }
        return new StoredObject(bucket, key, size, version);
    }

    private static JobFailedException fault(String bucket, String key, String what) {
        return new JobFailedException("object 's3://" + bucket + "/" + key + "': the store does not tell " + what
                + "; check AWS_ENDPOINT_URL, and that it behaves like S3");
    }
}
