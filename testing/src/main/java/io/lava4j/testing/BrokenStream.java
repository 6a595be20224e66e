package io.lava4j.testing;

import io.lava4j.core.error.JobFailedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A stream that gives some bytes, then does something, then breaks. */
final class BrokenStream extends FilterInputStream {

    private static final int SECONDS_TO_NOTICE = 20;

    private final Runnable before;
    private int left;

    BrokenStream(InputStream in, int bytes, Runnable before) {
        super(in);
        this.left = bytes;
        this.before = before;
    }

    /** As a store does when the object was replaced. */
    static InputStream changed(InputStream in) {
        return new BrokenStream(in, 0, () -> {
            throw new JobFailedException("object 's3://contract/part-0' was changed while it was read");
        });
    }

    /** Interrupts a thread; goes on when its own thread is interrupted, or nobody has noticed for long. */
    static void waitUntilInterrupted(Thread caller) {
        caller.interrupt();
        try {
            new CountDownLatch(1).await(SECONDS_TO_NOTICE, TimeUnit.SECONDS);
        } catch (InterruptedException noticed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left == 0) {
            before.run();
            throw new IOException("the connection was reset");
        }
        int count = super.read(buffer, from, Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }
}
