package io.lava4j.connector.mysql.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Bytes of an object, each piece reported as it passes. */
public final class CountedStream extends FilterInputStream {

    private final LongConsumer passed;

    /**
     * Counts.
     *
     * @param object the object's own bytes
     * @param passed told of the size of every piece
     */
    public CountedStream(InputStream object, LongConsumer passed) {
        super(object);
        this.passed = passed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        if (count > 0) {
            passed.accept(count);
        }
        return count;
    }
}
