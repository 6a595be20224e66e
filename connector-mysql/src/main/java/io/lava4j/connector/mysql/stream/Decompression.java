package io.lava4j.connector.mysql.stream;

import io.lava4j.core.spi.LoadRequest.Compression;
import java.io.InputStream;

/** Undoes the compression of an object while it is read. Truncated or damaged data is an error, never an early end. */
public final class Decompression {

    private Decompression() {}

    /**
     * The content of an object.
     *
     * @param object its bytes
     * @param compression how they are compressed
     * @return the content; closing it closes the object
     */
    public static InputStream of(InputStream object, Compression compression) {
        return switch (compression) {
            case NONE -> object;
            case GZIP -> new GzipStream(object);
            case ZSTD -> new ZstdStream(object);
        };
    }
}
