package io.lava4j.core.spi;

import io.lava4j.core.stream.ResumingInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where files are kept: S3, or something that behaves like it. May be found by {@link java.util.ServiceLoader}: a new
 * instance does no I/O. Safe for use by several threads.
 */
public interface ObjectStore extends AutoCloseable {

    /**
     * Looks an object up.
     *
     * @param bucket its bucket
     * @param key its key, exactly
     * @return the object as it is now; empty if there is none
     * @throws io.lava4j.core.error.JobFailedException if the bucket is missing or access is denied
     */
    Optional<StoredObject> head(String bucket, String key);

    /**
     * All objects whose key begins with a prefix.
     *
     * @param bucket their bucket
     * @param prefix plain text; empty for all
     * @return the objects in the order of the UTF-8 bytes of their keys
     * @throws io.lava4j.core.error.JobFailedException if the bucket is missing or access is denied
     */
    List<StoredObject> list(String bucket, String prefix);

    /**
     * Some objects whose key begins with a prefix, where all of them may be very many.
     *
     * @param bucket their bucket
     * @param prefix plain text; empty for all
     * @return as many as one question tells, which may be none; by default all
     * @throws io.lava4j.core.error.JobFailedException if the bucket is missing or access is denied
     */
    default List<StoredObject> listSome(String bucket, String prefix) {
        return list(bucket, prefix);
    }

    /**
     * Reads an object once, from an offset to its end. For {@link #open(StoredObject)}; may break off at any byte.
     *
     * @param object what {@link #head} or {@link #list} gave: exactly that version is read
     * @param offset the first byte wanted, from 0 to its size
     * @return its bytes; the caller closes it, and closing early does not read the rest
     * @throws IOException if it is worth another try: the connection broke, the store is busy
     * @throws io.lava4j.core.error.JobFailedException if it is not: the object was replaced or deleted
     */
    InputStream read(StoredObject object, long offset) throws IOException;

    /**
     * Reads a whole object: resumed after a break at the byte it came to, and never reported as ended before its length.
     *
     * @param object what {@link #head} or {@link #list} gave: exactly that version is read
     * @return its bytes, for one thread; the caller closes it. Its methods throw {@link IOException} when reading does not
     *     go on, {@link io.lava4j.core.error.JobFailedException} when the object has changed
     */
    default InputStream open(StoredObject object) {
        return open(object, 0);
    }

    /**
     * Reads the rest of an object, as {@link #open(StoredObject)} reads the whole.
     *
     * @param object what {@link #head} or {@link #list} gave: exactly that version is read
     * @param offset the first byte wanted, from 0 to its size
     * @return its bytes, for one thread; the caller closes it. Its methods throw as those of the whole do
     */
    default InputStream open(StoredObject object, long offset) {
        return new ResumingInputStream(object.uri(), object.size(), offset, from -> read(object, from));
    }

    /**
     * Writes an object.
     *
     * @param bucket its bucket
     * @param key its key
     * @param file what it shall hold
     * @param kmsKey the KMS key that encrypts it; empty for the bucket's own way
     * @throws io.lava4j.core.error.JobFailedException if it cannot be written
     */
    void put(String bucket, String key, Path file, Optional<String> kmsKey);

    /**
     * The region of a bucket.
     *
     * @param bucket the bucket
     * @return such as {@code ap-southeast-2}; empty when the store has no regions
     * @throws io.lava4j.core.error.JobFailedException if the bucket is missing or access is denied
     */
    Optional<String> region(String bucket);

    /**
     * The same store, dialled in another region.
     *
     * @param region such as {@code ap-southeast-2}
     * @return the store of that region, closed with this one
     */
    default ObjectStore in(String region) {
        return this;
    }

    /** Gives back what it holds. */
    @Override
    void close();

    /**
     * One version of an object.
     *
     * @param bucket its bucket
     * @param key its key
     * @param size its length in bytes
     * @param etag what changes when its content does
     */
    record StoredObject(String bucket, String key, long size, String etag) {

        /**
         * Its address.
         *
         * @return {@code s3://bucket/key}
         */
        public String uri() {
            return "s3://" + bucket + "/" + key;
        }
    }
}
