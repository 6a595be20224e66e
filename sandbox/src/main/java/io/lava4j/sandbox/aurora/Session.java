package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.function.Supplier;

/** One client's connection, from its first byte to its last. */
final class Session implements Runnable {
    private final Wire client;
    private final Wire server;
    private final Login login;
    private final IamUsers iamUsers;
    private final Supplier<Statements> statements;

    Session(Wire client, Wire server, Login login, IamUsers iamUsers, Supplier<Statements> statements) {
        this.client = client;
        this.server = server;
        this.login = login;
        this.iamUsers = iamUsers;
        this.statements = statements;
    }

    @Override
    public void run() {
        try {
            var came = login.perform();
            if (came.isPresent()) {
                relay(came.get());
            }
        } catch (IOException e) {
            // One of the two is gone.
        } finally {
            client.end();
            server.cut();
        }
    }

    private void relay(Client who) throws IOException {
        var answers = new Answers(server, client);
        Thread carrier = Threads.start(Thread.currentThread().getName() + "-answers", answers);
        var session = new OwnSession(who, server.out(), answers);
        var conversation = new Conversation(statements.get(), iamUsers, client.out(), server.out(), session);
        try {
            new Commands(new PacketStream(client.in()), server.out(), conversation).carry();
        } catch (IOException e) {
            // Whatever the server still has to say, it says to the client.
        } finally {
            server.finish();
            Threads.join(carrier);
        }
    }

    /** Ends it at once, from another thread. */
    void cut() {
        client.cut();
        server.cut();
    }
}
