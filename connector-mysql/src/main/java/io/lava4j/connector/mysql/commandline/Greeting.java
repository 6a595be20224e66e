package io.lava4j.connector.mysql.commandline;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The first packet of a server, and the client's answer to it that begins TLS. */
public record Greeting(ByteBuffer content) {

    private static final int ERROR = 0xff;
    private static final int ERROR_BEGINNING = 3;
    private static final int THREAD_AND_SALT = 13;
    private static final int MOST_BYTES = 4096;

    private static final int PROTOCOL_41 = 0x200;
    private static final int SSL = 0x800;
    private static final int SECURE_CONNECTION = 0x8000;
    private static final int PLUGIN_AUTH = 0x80000;
    private static final int SSL_REQUEST_BYTES = 32;
    private static final byte UTF8MB4 = 45;

    /** Reads it; what is no greeting is an error. */
    public static Greeting read(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt()) & 0xffffff;
        if (length == 0 || length > MOST_BYTES) {
            throw new IOException("what answers is no MySQL server");
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        return new Greeting(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** Such as of a server that has too many connections. */
    public boolean isError() {
        return Byte.toUnsignedInt(content.get(0)) == ERROR;
    }

    /** Which; 0 where it is not told. */
    public int errorCode() {
        return content.limit() < ERROR_BEGINNING ? 0 : Short.toUnsignedInt(content.getShort(1));
    }

    /** What the server says then. */
    public String errorText() {
        int beginning = Math.min(ERROR_BEGINNING, content.limit());
        return StandardCharsets.UTF_8
                .decode(content.slice(beginning, content.limit() - beginning))
                .toString();
    }

    /** Such as {@code 8.0.31}. */
    public String version() {
        return StandardCharsets.UTF_8
                .decode(content.slice(1, versionEnd() - 1))
                .toString()
                .replaceAll("\\p{Cc}", "?");
    }

    /** Whether the server can go on in TLS. */
    public boolean offersTls() {
        int flags = versionEnd() + 1 + THREAD_AND_SALT;
        return flags + 1 < content.limit() && (content.getShort(flags) & SSL) != 0;
    }

    private int versionEnd() {
        int end = 1;
        while (end < content.limit() && content.get(end) != 0) {
            end++;
        }
        return end;
    }

    /** Says that TLS follows. */
    public static void requestTls(OutputStream out) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(4 + SSL_REQUEST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        request.put((byte) SSL_REQUEST_BYTES).put(3, (byte) 1);
        request.putInt(4, PROTOCOL_41 | SSL | SECURE_CONNECTION | PLUGIN_AUTH);
        request.putInt(8, 1 << 24);
        request.put(12, UTF8MB4);
        out.write(request.array());
        out.flush();
    }
}
