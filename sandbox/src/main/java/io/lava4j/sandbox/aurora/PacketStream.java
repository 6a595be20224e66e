package io.lava4j.sandbox.aurora;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** The packets of one side, one after the other: either held as a whole or only passed on, as they come. */
final class PacketStream {
    private static final int SIZE = 64 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[SIZE];
    private int start;
    private int end;

    PacketStream(InputStream in) {
        this.in = in;
    }

    /** Waits for the next packet; false when the other side has ended. */
    boolean next() throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
            buffer = buffer.length > SIZE ? new byte[SIZE] : buffer;
            if (!fill()) {
                return false;
            }
        }
        hold(Packet.HEADER);
        return true;
    }

    /** Whether something of the next packet has come. */
    boolean holds() {
        return start < end;
    }

    int sequence() {
        return buffer[start + 3] & 0xff;
    }

    /** Of the payload. */
    int length() {
        return Packet.length(buffer, start);
    }

    /** The payload's first byte. */
    int first() throws IOException {
        hold(Packet.HEADER + 1);
        return buffer[start + Packet.HEADER] & 0xff;
    }

    byte[] payload() throws IOException {
        hold(Packet.HEADER + length());
        return Arrays.copyOfRange(buffer, start + Packet.HEADER, start + Packet.HEADER + length());
    }

    /** Writes the packet as it came, and turns to the next. */
    void pass(OutputStream out) throws IOException {
        int left = Packet.HEADER + length();
        while (true) {
            int now = Math.min(left, end - start);
            out.write(buffer, start, now);
            start += now;
            left -= now;
            if (left == 0) {
                return;
            }
            start = 0;
            end = 0;
            if (!fill()) {
                throw new EOFException("The connection ended within a packet");
            }
        }
    }

    /** Turns to the next packet; this one must be held. */
    void skip() throws IOException {
        hold(Packet.HEADER + length());
        start += Packet.HEADER + length();
    }

    private void hold(int count) throws IOException {
        if (start + count > buffer.length) {
            byte[] larger = count > buffer.length ? new byte[count] : buffer;
            System.arraycopy(buffer, start, larger, 0, end - start);
            buffer = larger;
            end -= start;
            start = 0;
        }
        while (end - start < count) {
            if (!fill()) {
                throw new EOFException("The connection ended within a packet");
            }
        }
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(count, 0);
        return count > 0;
    }
}
