package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.Optional;

/**
 * How a client comes in. A user with a password proves itself to the server behind, whose scramble it gets. An IAM user
 * proves itself here, and the stand-in logs in behind for it.
 */
final class Login {
    private final Wire client;
    private final Wire server;
    private final Reception reception;

    Login(Wire client, Wire server, Reception reception) {
        this.client = client;
        this.server = server;
        this.reception = reception;
    }

    /**
     * Who came; all that follows, by TCP the rest of a password user's login too, is for the relay to carry. Empty for
     * one who was refused.
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
        return enter(answer, greeting, secure);
    }

    private Optional<Client> enter(Packet answer, Greeting greeting, boolean secure) throws IOException {
        HandshakeResponse response = HandshakeResponse.parse(answer.payload());
        boolean byToken;
        try {
            byToken = reception.iamUsers().contains(response.user());
        } catch (IOException e) {
            return refuse(answer.sequence() + 1, e);
        }
        Packet behind = forServer(answer);
        if (byToken) {
            return new IamLogin(client, server, reception.iamUsers(), reception.tokens())
                    .perform(
                            HandshakeResponse.parse(behind.payload()),
                            greeting,
                            answer.sequence(),
                            behind.sequence(),
                            secure);
        }
        behind.write(server.out());
        boolean in = !server.isLocal()
                || new PasswordLogin(client, server, reception.key(), secure, greeting.scramble())
                        .perform(answer.sequence());
        return Optional.of(response.client(client.status())).filter(who -> in);
    }

    private Optional<Client> refuse(int sequence, IOException failure) throws IOException {
        var error = new Verdict.Refused(1105, "HY000", failure.getMessage());
        Errors.packet(sequence, error).write(client.out());
        return Optional.empty();
    }

    /** TLS on both ways, since some logins say a password in clear when the way is safe; the server's socket is. */
    private Packet overTls(Packet request) throws IOException {
        if (!server.isLocal()) {
            request.write(server.out());
            server.requestTls(reception.behind().tls());
        }
        client.acceptTls(reception.tls());
        return Packet.read(client.in());
    }

    /** By the socket it is the first that the server hears, and without TLS. */
    private Packet forServer(Packet answer) throws IOException {
        return server.isLocal() ? new Packet(1, HandshakeResponse.withoutTls(answer.payload())) : answer;
    }
}
