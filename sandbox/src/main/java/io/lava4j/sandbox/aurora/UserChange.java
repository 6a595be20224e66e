package io.lava4j.sandbox.aurora;

import java.io.IOException;

/** How a session is changed into another user's. */
final class UserChange implements Conversation.UserChanges {
    private static final Verdict.Refused NO_CHANGE = new Verdict.Refused(
            1235, "42000", "This version of the Aurora stand-in doesn't yet support 'COM_CHANGE_USER to an IAM user'");

    private final Wire client;
    private final Wire server;
    private final Reception reception;

    UserChange(Wire client, Wire server, Reception reception) {
        this.client = client;
        this.server = server;
        this.reception = reception;
    }

    @Override
    public boolean refuses(String user) throws IOException {
        boolean byToken = reception.iamUsers().contains(user);
        if (byToken) {
            Errors.packet(1, NO_CHANGE).write(client.out());
        }
        return byToken;
    }

    @Override
    public boolean perform(byte[] payload) throws IOException {
        if (server.isLocal()) {
            new Packet(0, payload).write(server.out());
            boolean secure = !client.status().isEmpty();
            // The server sends a new scramble with the question that the key is for.
            new PasswordLogin(client, server, reception.key(), secure, new byte[1]).perform(0);
        }
        return server.isLocal();
    }
}
