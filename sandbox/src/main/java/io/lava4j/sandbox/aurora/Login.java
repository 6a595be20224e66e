package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a client comes in. A user with a password proves itself to the server behind, whose scramble it gets: all that
 * goes on unread. An IAM user proves itself here, and the stand-in logs in behind for it.
 */
final class Login {
    private final Wire client;
    private final Wire server;
    private final SSLContext tls;
    private final Behind behind;
    private final IamUsers iamUsers;
    private final Tokens tokens;

    Login(Wire client, Wire server, SSLContext tls, Behind behind, IamUsers iamUsers, Tokens tokens) {
        this.client = client;
        this.server = server;
        this.tls = tls;
        this.behind = behind;
        this.iamUsers = iamUsers;
        this.tokens = tokens;
    }

    /**
     * Who came; the rest of a password user's login, or all that follows, is for the relay to carry. Empty for one who
     * was refused here.
     */
    Optional<Client> perform() throws IOException {
        Packet hello = Packet.read(server.in());
        if (hello.first() == Errors.MARK) {
            hello.write(client.out());
            return Optional.empty();
        }
        Greeting greeting = Greeting.parse(hello.payload());
        new Packet(hello.sequence(), greeting.uncompressed()).write(client.out());
        Packet answer = Patience.with(client, () -> Packet.read(client.in()));
        boolean secure = HandshakeResponse.asksForTls(answer.payload());
        if (secure) {
            Packet request = answer;
            answer = Patience.with(client, () -> overTls(request));
        }
        HandshakeResponse response = HandshakeResponse.parse(answer.payload());
        return enter(response, greeting, answer, secure);
    }

    private Optional<Client> enter(HandshakeResponse response, Greeting greeting, Packet answer, boolean secure)
            throws IOException {
        boolean byToken;
        try {
            byToken = iamUsers.contains(response.user());
        } catch (IOException e) {
            return refuse(answer.sequence() + 1, e);
        }
        if (byToken) {
            return new IamLogin(client, server, iamUsers, tokens)
                    .perform(response, greeting, answer.sequence(), secure);
        }
        answer.write(server.out());
        return Optional.of(response.client());
    }

    private Optional<Client> refuse(int sequence, IOException failure) throws IOException {
        var error = new Verdict.Refused(1105, "HY000", failure.getMessage());
        Errors.packet(sequence, error).write(client.out());
        return Optional.empty();
    }

    /** TLS on both ways, since some logins say a password in clear when the way is safe. */
    private Packet overTls(Packet request) throws IOException {
        request.write(server.out());
        server.requestTls(behind.tls());
        client.acceptTls(tls);
        return Packet.read(client.in());
    }
}
