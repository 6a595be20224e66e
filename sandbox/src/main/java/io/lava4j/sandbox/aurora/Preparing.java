package io.lava4j.sandbox.aurora;

import java.io.ByteArrayOutputStream;

/** The command COM_STMT_PREPARE: one byte, and the statement. */
final class Preparing {
    private static final int COMMAND = 0x16;

    private Preparing() {}

    static SqlText parse(byte[] payload) {
        return SqlText.of(payload, 1, payload.length - 1);
    }

    static Packet packet(SqlText text) {
        var payload = new ByteArrayOutputStream();
        payload.write(COMMAND);
        payload.writeBytes(text.sql().getBytes(text.charset()));
        return new Packet(0, payload.toByteArray());
    }
}
