package io.lava4j.sandbox.aurora;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One packet; a longer payload than {@link #LONGEST} comes in several. */
record Packet(int sequence, byte[] payload) {
    static final int HEADER = 4;
    static final int LONGEST = 0xffffff;

    /** Reads not a byte more than the packet. */
    static Packet read(InputStream in) throws IOException {
        byte[] header = exactly(HEADER, in);
        return new Packet(header[3] & 0xff, exactly(length(header, 0), in));
    }

    static int length(byte[] header, int at) {
        return header[at] & 0xff | (header[at + 1] & 0xff) << 8 | (header[at + 2] & 0xff) << 16;
    }

    void write(OutputStream out) throws IOException {
        var bytes = new byte[HEADER + payload.length];
        bytes[0] = (byte) payload.length;
        bytes[1] = (byte) (payload.length >> 8);
        bytes[2] = (byte) (payload.length >> 16);
        bytes[3] = (byte) sequence;
        System.arraycopy(payload, 0, bytes, HEADER, payload.length);
        out.write(bytes);
        out.flush();
    }

    /** What the packet is; an empty one is nothing of meaning. */
    int first() {
        return payload.length == 0 ? -1 : payload[0] & 0xff;
    }

    private static byte[] exactly(int count, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("The connection ended within a packet");
        }
        return bytes;
    }
}
