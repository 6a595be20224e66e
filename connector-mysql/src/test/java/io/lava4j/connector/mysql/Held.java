package io.lava4j.connector.mysql;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** An object whose rows come one at a time; once, before a second row is given, something else happens. */
record Held(String rows, Runnable event, AtomicBoolean happened) {

    static Held of(String rows, Runnable event) {
        return new Held(rows, event, new AtomicBoolean());
    }

    int size() {
        return rows.length();
    }

    InputStream open() {
        return new Rows();
    }

    private final class Rows extends InputStream {

        private final byte[] bytes = rows.getBytes(StandardCharsets.US_ASCII);
        private int next;

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in pieces");
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (next == bytes.length) {
                return -1;
            }
            if (next > 0 && happened.compareAndSet(false, true)) {
                event.run();
            }
            int start = next;
            do {
                buffer[from + next - start] = bytes[next++];
            } while (next < bytes.length && next - start < length && bytes[next - 1] != '\n');
            return next - start;
        }
    }
}
