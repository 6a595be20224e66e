package io.lava4j.sandbox.aurora;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * How a client logs in.
 *
 * @param capabilities what it wants to use
 * @param user its name
 * @param head everything before the user's name
 * @param name the user's name as it came
 * @param database as it came; empty for none
 * @param attributes the client's attributes and what else stands behind the plugin's name
 */
record HandshakeResponse(
        Capabilities capabilities, String user, byte[] head, byte[] name, byte[] database, byte[] attributes) {
    private static final int HEAD = 32;

    /** Whether it only asks for TLS, to say the rest over that. */
    static boolean asksForTls(byte[] payload) throws ProtocolException {
        return payload.length == HEAD && capabilities(payload).has(Capabilities.TLS);
    }

    /** The same from a client that does not know TLS. */
    static byte[] withoutTls(byte[] payload) {
        byte[] changed = payload.clone();
        changed[1] &= (byte) ~(Capabilities.TLS >> 8);
        return changed;
    }

    static HandshakeResponse parse(byte[] payload) throws ProtocolException {
        Capabilities capabilities = capabilities(payload);
        if (!capabilities.has(Capabilities.PROTOCOL_41)) {
            throw new ProtocolException("The client speaks a protocol older than MySQL 4.1");
        }
        var fields = new Fields(payload);
        byte[] head = fields.bytes(HEAD);
        byte[] name = fields.terminated();
        skipAuthentication(fields, capabilities);
        byte[] database = capabilities.has(Capabilities.CONNECT_WITH_DATABASE) ? fields.terminated() : new byte[0];
        if (capabilities.has(Capabilities.PLUGIN_AUTHENTICATION)) {
            fields.terminated();
        }
        return new HandshakeResponse(capabilities, SqlText.of(name).sql(), head, name, database, fields.rest());
    }

    private static Capabilities capabilities(byte[] payload) throws ProtocolException {
        return new Capabilities(new Fields(payload).number(4));
    }

    private static void skipAuthentication(Fields fields, Capabilities capabilities) throws ProtocolException {
        if (capabilities.has(Capabilities.LENGTH_ENCODED_AUTHENTICATION)) {
            fields.value();
        } else if (capabilities.has(Capabilities.SECURE_CONNECTION)) {
            fields.bytes(fields.number(1));
        } else {
            fields.terminated();
        }
    }

    Client client(Map<String, String> status) {
        return new Client(user, capabilities, status);
    }

    /** The same client with another proof of who it is: 20 bytes of mysql_native_password. */
    byte[] with(byte[] scramble) {
        var payload = new ByteArrayOutputStream();
        payload.writeBytes(head);
        payload.writeBytes(Arrays.copyOf(name, name.length + 1));
        payload.write(scramble.length);
        payload.writeBytes(scramble);
        if (capabilities.has(Capabilities.CONNECT_WITH_DATABASE)) {
            payload.writeBytes(Arrays.copyOf(database, database.length + 1));
        }
        payload.writeBytes((NativePassword.PLUGIN + "\0").getBytes(StandardCharsets.US_ASCII));
        payload.writeBytes(attributes);
        return payload.toByteArray();
    }
}
