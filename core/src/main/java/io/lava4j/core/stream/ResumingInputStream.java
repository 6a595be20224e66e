package io.lava4j.core.stream;

import io.lava4j.core.error.CancelledException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** Reads one version of an object to its very end: a broken read goes on at the offset it came to. */
public final class ResumingInputStream extends InputStream {

    /** Tries in a row that bring no byte, before reading is given up. With the pauses between them about 30 s. */
    private static final int FRUITLESS_TRIES = 8;

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final String uri;
    private final long size;
    private final Source source;
    private final Pause pause;
    private InputStream current;
    private long offset;
    private int fruitless;

    /**
     * Reads from an offset on.
     *
     * @param uri the object's address, for messages
     * @param size its length in bytes
     * @param offset the first byte wanted
     * @param source opens it
     */
    public ResumingInputStream(String uri, long size, long offset, Source source) {
        this(uri, size, offset, source, TimeUnit.MILLISECONDS::sleep);
    }

    ResumingInputStream(String uri, long size, long offset, Source source, Pause pause) {
        this.uri = uri;
        this.size = size;
        this.offset = offset;
        this.source = source;
        this.pause = pause;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (offset < size) {
            try {
                int count = stream().read(buffer, from, (int) Math.min(length, size - offset));
                if (count > 0) {
                    offset += count;
                    fruitless = 0;
                    return count;
                }
                throw new IOException("the data ended early");
            } catch (IOException broken) {
                retry(broken);
            }
        }
        return -1;
    }

    /** Reads nothing of what is skipped. */
    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, size - offset));
        if (skipped > 0) {
            discard();
            offset += skipped;
        }
        return skipped;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    private InputStream stream() throws IOException {
        if (current == null) {
            current = source.from(offset);
        }
        return current;
    }

    private void retry(IOException broken) throws IOException {
        discard();
        fruitless++;
        if (fruitless >= FRUITLESS_TRIES) {
            throw new IOException(
                    "object '%s': reading stopped at byte %d of %d, %d tries in a row brought nothing; the last one: %s; check the network, and run the job again"
                            .formatted(uri, offset, size, fruitless, broken.getMessage()),
                    broken);
        }
        try {
            pause.millis(Math.min(FIRST_PAUSE_MILLIS << (2 * (fruitless - 1)), LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException("object '" + uri + "': reading was interrupted", interrupted);
        }
    }

    private void discard() {
        try {
            close();
        } catch (IOException alreadyBroken) {
            current = null;
        }
    }

    /** Where the bytes come from. */
    public interface Source {

        /** Opens the object at an offset; what it gives may break off at any byte. */
        InputStream from(long offset) throws IOException;
    }

    /** How the time between two tries is spent. */
    interface Pause {
        void millis(long duration) throws InterruptedException;
    }
}
