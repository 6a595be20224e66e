package io.lava4j.sandbox.aurora;

import java.net.ProtocolException;
import java.util.Arrays;
import java.util.Optional;

/** The fields of one packet, read from left to right. */
final class Fields {
    private static final int NULL = 0xfb;

    private final byte[] bytes;
    private int position;

    Fields(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean atEnd() {
        return position >= bytes.length;
    }

    int position() {
        return position;
    }

    int number(int width) throws ProtocolException {
        return (int) longNumber(width);
    }

    private long longNumber(int width) throws ProtocolException {
        byte[] little = bytes(width);
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | little[i] & 0xff;
        }
        return value;
    }

    /** A length-encoded number. */
    long length() throws ProtocolException {
        int first = number(1);
        return switch (first) {
            case 0xfc -> longNumber(2);
            case 0xfd -> longNumber(3);
            case 0xfe -> longNumber(8);
            default -> first;
        };
    }

    /** A length-encoded string, or SQL's NULL. */
    Optional<byte[]> value() throws ProtocolException {
        if (!atEnd() && (bytes[position] & 0xff) == NULL) {
            position++;
            return Optional.empty();
        }
        return Optional.of(bytes(Math.toIntExact(length())));
    }

    byte[] bytes(int count) throws ProtocolException {
        if (count < 0 || count > bytes.length - position) {
            throw new ProtocolException("A packet of " + bytes.length + " bytes ends before its fields do");
        }
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    /** A string that ends with a zero byte, or with the packet. */
    byte[] terminated() throws ProtocolException {
        int end = position;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        byte[] field = bytes(end - position);
        position = Math.min(position + 1, bytes.length);
        return field;
    }

    byte[] rest() {
        int from = Math.min(position, bytes.length);
        position = bytes.length;
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
