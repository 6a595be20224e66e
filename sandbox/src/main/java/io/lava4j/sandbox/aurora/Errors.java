package io.lava4j.sandbox.aurora;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Error packets. */
final class Errors {
    static final int MARK = 0xff;

    private Errors() {}

    static Packet packet(int sequence, Verdict.Refused error) {
        var payload = new ByteArrayOutputStream();
        payload.write(MARK);
        payload.write(error.code());
        payload.write(error.code() >> 8);
        payload.writeBytes(("#" + error.sqlState() + error.message()).getBytes(StandardCharsets.UTF_8));
        return new Packet(sequence, payload.toByteArray());
    }

    static Verdict.Refused parse(byte[] payload) throws ProtocolException {
        var fields = new Fields(payload);
        fields.number(1);
        int code = fields.number(2);
        String state = SqlText.of(fields.bytes(6)).sql().substring(1);
        return new Verdict.Refused(code, state, SqlText.of(fields.rest()).sql());
    }

    /** What MySQL says to whoever may not come in, whatever the reason. */
    static Verdict.Refused accessDenied(String user, String host) {
        return new Verdict.Refused(
                1045, "28000", "Access denied for user '" + user + "'@'" + host + "' (using password: YES)");
    }
}
