package io.lava4j.connector.mysql.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * An object's bytes, the row terminator added at the end when it is missing there. Without it a server silently drops
 * surplus fields of the last row, and a file with another terminator is one row whose rest is dropped.
 */
public final class TerminatedStream extends FilterInputStream {

    private final byte[] terminator;
    private final byte[] tail;
    private int tailLength;
    private int added = -1;

    /** Completes a stream; an empty one stays empty. */
    public TerminatedStream(InputStream object, byte[] terminator) {
        super(object);
        this.terminator = terminator.clone();
        this.tail = new byte[terminator.length];
    }

    /** At the end: adds one more terminator. */
    void terminateAgain() {
        added = 0;
    }

    /** Whether the last byte of the object itself is a certain one, and no terminator ends there. */
    boolean isCutAfter(int end) {
        return !isComplete() && (tail[tail.length - 1] & 0xff) == end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (added < 0) {
            int count = super.read(buffer, from, length);
            if (count >= 0) {
                remember(buffer, from, count);
                return count;
            }
            added = isComplete() ? terminator.length : 0;
        }
        return add(buffer, from, length);
    }

    private boolean isComplete() {
        return tailLength == 0 || Arrays.equals(tail, terminator);
    }

    private int add(byte[] buffer, int from, int length) {
        int count = Math.min(length, terminator.length - added);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(terminator, added, buffer, from, count);
        added += count;
        return count;
    }

    private void remember(byte[] buffer, int from, int count) {
        int fresh = Math.min(count, tail.length);
        System.arraycopy(tail, fresh, tail, 0, tail.length - fresh);
        System.arraycopy(buffer, from + count - fresh, tail, tail.length - fresh, fresh);
        tailLength = Math.min(tail.length, tailLength + fresh);
    }
}
