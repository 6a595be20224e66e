package io.lava4j.sandbox.rogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Listens on a free port of 127.0.0.1, and has each client met on a thread of its own. */
final class RogueListener implements AutoCloseable {
    private final ServerSocket listener;

    private RogueListener(ServerSocket listener) {
        this.listener = listener;
    }

    static RogueListener start(Meeting meeting) {
        try {
            var rogue = new RogueListener(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
            Rogues.start(() -> rogue.accept(meeting));
            return rogue;
        } catch (IOException e) {
            throw new UncheckedIOException("The rogue server cannot be started", e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Takes no more clients. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Meeting meeting) throws IOException {
        while (true) {
            Socket client = listener.accept();
            Rogues.start(() -> {
                try (client) {
                    meeting.with(client);
                }
            });
        }
    }

    /** What is done to a client. */
    interface Meeting {

        void with(Socket client) throws IOException;
    }
}
