package io.lava4j.jobs.exe.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much an archive may become: a small one that grows beyond measure is meant to do harm. */
final class Budget {

    private static final long MOST = 4L << 30;
    private static final long ALWAYS = 64L << 20;
    private static final int TIMES = 100;
    private static final int ENTRIES = 100_000;

    private final long bytes;
    private long spent;
    private int entries;

    /** @param packed the archive's own length */
    Budget(long packed) {
        this.bytes = Math.min(MOST, Math.max(ALWAYS, packed * TIMES));
    }

    void entry() throws Refusal {
        entries++;
        if (entries > ENTRIES) {
            throw new Refusal("holds more than " + ENTRIES + " entries, expected that many at most");
        }
    }

    /** A stream that may give no more than what is left. */
    InputStream bounded(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                return value < 0 ? value : spend(1, value);
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                return spend(Math.max(count, 0), count);
            }

            @Override
            public long skip(long count) throws IOException {
                long skipped = super.skip(count);
                spend(skipped, 0);
                return skipped;
            }
        };
    }

    private int spend(long count, int result) throws Refusal {
        spent += count;
        if (spent > bytes) {
            throw new Refusal("unpacks to more than " + bytes + " bytes, expected at most " + TIMES
                    + " times its own length, where that is more than " + ALWAYS + ", and never more than " + MOST);
        }
        return result;
    }
}
