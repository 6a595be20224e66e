package io.lava4j.sandbox.aurora;

import java.io.EOFException;
import java.io.IOException;

/** Carries commands and answers, both in one thread. */
final class Relay {
    /** More than that at once is part of a big result, which sets the pace by itself. */
    private static final int SHORT = 8 * 1024;

    private final Wire client;
    private final Wire server;
    private final Commands commands;
    private final Glance atServer = new Glance();
    private final Glance atClient = new Glance();
    private boolean clientEnded;

    Relay(Wire client, Wire server, Commands commands) {
        this.client = client;
        this.server = server;
        this.commands = commands;
    }

    /** Until the server ends. */
    void carry() throws IOException {
        server.whenFull(this::relieve);
        boolean commanded = false;
        while (!server.isAtEnd()) {
            if (!commanded && server.poll()) {
                commanded = server.pass(client) < SHORT && !clientEnded && atClient.at(client::poll);
            } else if (command()) {
                commanded = false;
                atServer.at(server::poll);
            } else {
                await();
            }
        }
    }

    /** Whether there was one, or the end of them. Whatever the server still has to say then, it says to the client. */
    private boolean command() {
        boolean came = !clientEnded && carried();
        if (clientEnded && came) {
            server.finish();
        }
        return came;
    }

    private boolean carried() {
        try {
            boolean came = client.poll();
            clientEnded = came && !commands.carry();
            return came;
        } catch (IOException e) {
            clientEnded = true;
            return true;
        }
    }

    private void await() throws IOException {
        if (clientEnded) {
            server.await();
        } else {
            server.awaitAny();
        }
    }

    /** A server that takes no more commands may be waiting for someone to take its answers. */
    private void relieve() throws IOException {
        if (server.poll()) {
            server.pass(client);
        } else {
            server.awaitRoom();
        }
        if (server.isAtEnd()) {
            throw new EOFException("The server behind says nothing more");
        }
    }
}
