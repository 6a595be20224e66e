package io.lava4j.sandbox.rogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A server in the place of S3, SSM, Secrets Manager, STS and DynamoDB that does its mischief to every client. */
public final class RogueHttp implements AutoCloseable {
    private final ServerSocket listener;
    private final HttpMischief mischief;
    private final Loot loot = new Loot();

    private RogueHttp(ServerSocket listener, HttpMischief mischief) {
        this.listener = listener;
        this.mischief = mischief;
    }

    /** Starts one on a free port of 127.0.0.1; whoever starts it closes it. */
    public static RogueHttp start(HttpMischief mischief) {
        try {
            var rogue = new RogueHttp(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), mischief);
            Rogues.start(rogue::accept);
            return rogue;
        } catch (IOException e) {
            throw new UncheckedIOException("The rogue server cannot be started", e);
        }
    }

    /** What {@code AWS_ENDPOINT_URL} is to be set to. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The heads of all requests so far. */
    public String loot() {
        return loot.text();
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

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Rogues.start(() -> answer(client));
        }
    }

    private void answer(Socket client) throws IOException {
        try (client) {
            mischief.answer(RogueRequest.read(client, loot));
        }
    }
}
