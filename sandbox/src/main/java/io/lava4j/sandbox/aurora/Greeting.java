package io.lava4j.sandbox.aurora;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;

/**
 * What a server says first.
 *
 * @param payload with its version, thread id and scramble
 * @param capabilitiesAt where in the payload the lower half of its capabilities stands
 * @param scramble the 20 bytes that passwords are mixed with
 */
record Greeting(byte[] payload, int capabilitiesAt, byte[] scramble) {
    private static final int VERSION = 10;
    private static final int BETWEEN_THE_HALVES = 5;
    private static final int SCRAMBLE_LENGTH = 20;

    static Greeting parse(byte[] payload) throws ProtocolException {
        var fields = new Fields(payload);
        if (fields.number(1) != VERSION) {
            throw new ProtocolException("The server behind does not greet with version " + VERSION);
        }
        fields.terminated();
        fields.number(4);
        var scramble = new ByteArrayOutputStream();
        scramble.writeBytes(fields.bytes(8));
        fields.number(1);
        int at = fields.position();
        fields.bytes(2 + 1 + 2 + 2 + 1 + 10);
        scramble.writeBytes(fields.bytes(SCRAMBLE_LENGTH - scramble.size()));
        return new Greeting(payload, at, scramble.toByteArray());
    }

    /** The same without an offer to compress: the relay reads packets as they are. */
    byte[] uncompressed() {
        byte[] changed = payload.clone();
        changed[capabilitiesAt] &= (byte) ~Capabilities.COMPRESS;
        changed[capabilitiesAt + BETWEEN_THE_HALVES + 1] &= (byte) ~(Capabilities.ZSTD >> 24);
        return changed;
    }
}
