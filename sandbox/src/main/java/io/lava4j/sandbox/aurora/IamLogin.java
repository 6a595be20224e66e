package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How an IAM user comes in: it is asked for mysql_clear_password, and over TLS only. */
final class IamLogin {
    private static final int SWITCH = 0xfe;
    private static final byte[] ASK_IN_CLEAR = "\u00femysql_clear_password\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Verdict.Refused TOO_OLD = new Verdict.Refused(
            1251,
            "08004",
            "Client does not support authentication protocol requested by server; consider upgrading MySQL client");

    private final Wire client;
    private final Wire server;
    private final IamUsers iamUsers;
    private final Tokens tokens;

    IamLogin(Wire client, Wire server, IamUsers iamUsers, Tokens tokens) {
        this.client = client;
        this.server = server;
        this.iamUsers = iamUsers;
        this.tokens = tokens;
    }

    /**
     * Who came; empty for one who was refused.
     *
     * @param sequence of the client's response, as the client counts
     * @param behind the same as the server counts
     */
    Optional<Client> perform(HandshakeResponse response, Greeting greeting, int sequence, int behind, boolean secure)
            throws IOException {
        if (!secure) {
            tokens.refuse(response.user(), "the connection is without TLS");
            return refuse(sequence + 1, Errors.accessDenied(response.user(), client.peer()));
        }
        if (!response.capabilities().has(Capabilities.PLUGIN_AUTHENTICATION)) {
            return refuse(sequence + 1, TOO_OLD);
        }
        new Packet(sequence + 1, ASK_IN_CLEAR).write(client.out());
        Packet answer = Patience.with(client, () -> Packet.read(client.in()));
        String token = SqlText.of(new Fields(answer.payload()).terminated()).sql();
        if (!tokens.admit(response.user(), token)) {
            return refuse(answer.sequence() + 1, Errors.accessDenied(response.user(), client.peer()));
        }
        Packet welcome = behind(response, greeting, behind);
        new Packet(answer.sequence() + 1, welcome.payload()).write(client.out());
        return welcome.first() == Errors.MARK ? Optional.empty() : Optional.of(response.client(client.status()));
    }

    private Packet behind(HandshakeResponse response, Greeting greeting, int sequence) throws IOException {
        new Packet(sequence, response.with(iamUsers.proof(greeting.scramble()))).write(server.out());
        Packet answer = Packet.read(server.in());
        if (answer.first() != SWITCH) {
            return answer;
        }
        var fields = new Fields(answer.payload());
        fields.number(1);
        fields.terminated();
        new Packet(answer.sequence() + 1, iamUsers.proof(fields.terminated())).write(server.out());
        return Packet.read(server.in());
    }

    private Optional<Client> refuse(int sequence, Verdict.Refused error) throws IOException {
        Errors.packet(sequence, error).write(client.out());
        return Optional.empty();
    }
}
