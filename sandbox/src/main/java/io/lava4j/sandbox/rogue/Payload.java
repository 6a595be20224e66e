package io.lava4j.sandbox.rogue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of the protocol, one after the other. */
final class Payload {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Payload of(int... values) {
        return new Payload().bytes(values);
    }

    Payload bytes(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    /** A number in so many bytes, the lowest first. */
    Payload number(long value, int width) {
        for (int i = 0; i < width; i++) {
            bytes.write((int) (value >> 8 * i));
        }
        return this;
    }

    Payload all(byte[] given) {
        bytes.writeBytes(given);
        return this;
    }

    Payload text(String text) {
        return all(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A short text behind its length. */
    Payload counted(String text) {
        return bytes(text.length()).text(text);
    }

    Payload zeroes(int count) {
        bytes.writeBytes(new byte[count]);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
