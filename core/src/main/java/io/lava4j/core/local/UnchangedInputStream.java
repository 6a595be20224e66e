package io.lava4j.core.local;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Checks, before the last byte is handed out, that what is read is still what was asked for. */
final class UnchangedInputStream extends FilterInputStream {

    private final Runnable check;
    private long left;

    UnchangedInputStream(InputStream stream, long length, Runnable check) {
        super(stream);
        this.left = length;
        this.check = check;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        left -= Math.max(count, 0);
        if (count < 0 || left <= 0) {
            check.run();
        }
        return count;
    }
}
