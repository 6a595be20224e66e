package io.lava4j.sandbox.aurora;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.util.Optional;

/** The command COM_QUERY. */
final class Query {
    private static final int COMMAND = 0x03;

    private Query() {}

    /** The statement; empty when the client sent attributes with it: the statement stands behind them, and passes. */
    static Optional<SqlText> parse(byte[] payload, Capabilities capabilities) throws ProtocolException {
        var fields = new Fields(payload);
        fields.number(1);
        if (capabilities.has(Capabilities.QUERY_ATTRIBUTES)) {
            boolean attributes = fields.length() > 0;
            fields.length();
            if (attributes) {
                return Optional.empty();
            }
        }
        return Optional.of(SqlText.of(payload, fields.position(), payload.length - fields.position()));
    }

    static Packet packet(SqlText text, Capabilities capabilities) {
        var payload = new ByteArrayOutputStream();
        payload.write(COMMAND);
        if (capabilities.has(Capabilities.QUERY_ATTRIBUTES)) {
            payload.write(0); // attributes
            payload.write(1); // sets of them
        }
        payload.writeBytes(text.sql().getBytes(text.charset()));
        return new Packet(0, payload.toByteArray());
    }
}
