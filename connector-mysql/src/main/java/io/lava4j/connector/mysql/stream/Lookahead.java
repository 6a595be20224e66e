package io.lava4j.connector.mysql.stream;

import java.util.Arrays;

/** A window on bytes that arrive in pieces: those at its start can be looked at and left behind. */
final class Lookahead {

    private static final int END = -1;

    private final int needed;
    private byte[] window = new byte[0];
    private int start;
    private int end;
    private boolean ended;
    private long passed;

    Lookahead(int needed) {
        this.needed = needed;
    }

    void append(byte[] buffer, int from, int length) {
        int left = end - start;
        if (window.length < left + length) {
            window = Arrays.copyOf(Arrays.copyOfRange(window, start, end), left + length);
        } else {
            System.arraycopy(window, start, window, 0, left);
        }
        System.arraycopy(buffer, from, window, left, length);
        start = 0;
        end = left + length;
    }

    /** No more bytes come. */
    void end() {
        ended = true;
    }

    /** Whether enough bytes are there to decide on the first. */
    boolean canDecide() {
        return ended ? start < end : end - start >= needed;
    }

    /** A byte, 0 to 255; -1 behind the end of the data. */
    int at(int offset) {
        return start + offset < end ? window[start + offset] & 0xff : END;
    }

    boolean startWith(byte[] bytes) {
        return startWith(0, bytes);
    }

    boolean startWith(int offset, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (at(offset + i) != (bytes[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Leaves all bytes at the start behind that are in a set; tells whether there were any. */
    boolean skipAll(boolean[] set) {
        int first = start;
        int limit = ended ? end : end - needed + 1;
        while (start < limit && set[window[start] & 0xff]) {
            start++;
        }
        passed += start - first;
        return start > first;
    }

    void skip(int count) {
        int skipped = Math.min(end - start, count);
        start += skipped;
        passed += skipped;
    }

    /** How many bytes have been left behind. */
    long passed() {
        return passed;
    }
}
