package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.function.Supplier;

/** One client's connection, from its first byte to its last. */
final class Session implements Runnable {
    private final Wire client;
    private final Wire server;
    private final Reception reception;
    private final Supplier<Statements> statements;

    Session(Wire client, Wire server, Reception reception, Supplier<Statements> statements) {
        this.client = client;
        this.server = server;
        this.reception = reception;
        this.statements = statements;
    }

    @Override
    public void run() {
        try {
            var came = new Login(client, server, reception).perform();
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
        var session = new OwnSession(who, server.in(), server.out());
        var changes = new UserChange(client, server, reception);
        var conversation = new Conversation(statements.get(), changes, client.out(), server.out(), session);
        var commands = new Commands(new PacketStream(client.in()), server.out(), conversation);
        new Relay(client, server, commands).carry();
    }

    /** Ends it at once, from another thread. */
    void cut() {
        client.cut();
        server.cut();
    }
}
