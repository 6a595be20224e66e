package io.lava4j.jobs.exe.archive;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** The compression of a tar archive, told by its first bytes. */
final class Compression {

    /** What xz -9 needs is 65 MiB; the command's heap is 128 MiB. */
    private static final int MOST_MEMORY_KIB = 80 * 1024;

    private Compression() {}

    static InputStream undone(InputStream packed) throws IOException {
        InputStream stream = new BufferedInputStream(packed);
        String name;
        try {
            name = CompressorStreamFactory.detect(stream);
        } catch (CompressorException notCompressed) {
            return stream;
        }
        return name.equals(CompressorStreamFactory.ZSTANDARD) ? new ZstdInputStream(stream) : undone(name, stream);
    }

    private static InputStream undone(String name, InputStream stream) throws IOException {
        try {
            // All members of it, one behind the other.
            return new CompressorStreamFactory(true, MOST_MEMORY_KIB).createCompressorInputStream(name, stream);
        } catch (CompressorException unreadable) {
            throw new IOException(
                    "its compression '" + name + "' cannot be undone: " + unreadable.getMessage(), unreadable);
        }
    }
}
