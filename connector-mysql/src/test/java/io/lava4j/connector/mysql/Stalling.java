package io.lava4j.connector.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Gives one row, and then nothing until it is released. */
final class Stalling extends InputStream {

    final CountDownLatch release = new CountDownLatch(1);
    private Runnable reached = () -> {};
    private boolean started;

    void whenReached(Runnable action) {
        reached = action;
    }

    @Override
    public int read() throws IOException {
        throw new UnsupportedOperationException("read in pieces");
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (!started) {
            started = true;
            byte[] row = "1\n".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(row, 0, buffer, from, row.length);
            return row.length;
        }
        reached.run();
        reached = () -> {};
        return awaitRelease();
    }

    private int awaitRelease() throws IOException {
        try {
            release.await();
            return -1;
        } catch (InterruptedException ended) {
            throw new IOException("interrupted", ended);
        }
    }
}
