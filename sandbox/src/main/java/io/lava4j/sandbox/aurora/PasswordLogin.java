package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.Arrays;

/**
 * How a user with a password comes in when the server behind is reached by its Unix socket. That is a safe way to the
 * server, so it wants some passwords in clear; a client that came without TLS says none in clear. Between the two, the
 * stand-in gives a key in the server's place.
 */
final class PasswordLogin {
    private static final int OK = 0x00;
    private static final int SWITCH = 0xfe;
    private static final int MORE = 0x01;
    private static final byte[] KNOWN = {MORE, 3};
    private static final byte[] ASKS_FOR_THE_PASSWORD = {MORE, 4};
    private static final byte[] ASKS_FOR_THE_KEY = {2};

    private final Wire client;
    private final Wire server;
    private final LoginKey key;
    private final boolean secure;
    private byte[] scramble;

    /**
     * One login, or change of the user.
     *
     * @param secure whether the client came over TLS
     * @param scramble that the greeting had
     */
    PasswordLogin(Wire client, Wire server, LoginKey key, boolean secure, byte[] scramble) {
        this.client = client;
        this.server = server;
        this.key = key;
        this.secure = secure;
        this.scramble = scramble;
    }

    /**
     * From the client's first word, which the server has, to the server's last.
     *
     * @param sequence of the client's first word, as the client counts
     * @return whether the client is in
     */
    boolean perform(int sequence) throws IOException {
        int last = sequence;
        while (true) {
            Packet said = Packet.read(server.in());
            new Packet(++last, said.payload()).write(client.out());
            if (said.first() == OK || said.first() == Errors.MARK) {
                return said.first() == OK;
            }
            if (!Arrays.equals(said.payload(), KNOWN)) {
                Packet reply = reply(said);
                last = reply.sequence();
                new Packet(said.sequence() + 1, reply.payload()).write(server.out());
            }
        }
    }

    private Packet reply(Packet said) throws IOException {
        if (said.first() == SWITCH) {
            var fields = new Fields(said.payload());
            fields.number(1);
            fields.terminated();
            scramble = fields.terminated();
        }
        Packet reply = fromClient();
        return secure || !Arrays.equals(said.payload(), ASKS_FOR_THE_PASSWORD) ? reply : inClear(reply);
    }

    private Packet inClear(Packet reply) throws IOException {
        Packet hidden = reply;
        if (Arrays.equals(reply.payload(), ASKS_FOR_THE_KEY)) {
            byte[] pem = key.pem();
            byte[] payload = new byte[1 + pem.length];
            payload[0] = MORE;
            System.arraycopy(pem, 0, payload, 1, pem.length);
            new Packet(reply.sequence() + 1, payload).write(client.out());
            hidden = fromClient();
        }
        return new Packet(hidden.sequence(), key.open(hidden.payload(), scramble));
    }

    private Packet fromClient() throws IOException {
        return Patience.with(client, () -> Packet.read(client.in()));
    }
}
