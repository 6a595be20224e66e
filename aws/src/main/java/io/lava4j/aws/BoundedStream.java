package io.lava4j.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An answer that has an end. */
final class BoundedStream extends FilterInputStream {

    private long left = BoundedAnswers.MOST_BYTES;

    BoundedStream(InputStream answer) {
        super(answer);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("it answers with more than " + (BoundedAnswers.MOST_BYTES >> 20) + " MiB");
        }
    }
}
