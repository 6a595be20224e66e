package io.lava4j.sandbox.rogue;

import java.net.URI;

/** A server in the place of S3, SSM, Secrets Manager, STS and DynamoDB that does its mischief to every client. */
public final class RogueHttp implements AutoCloseable {
    private final Loot loot = new Loot();
    private final RogueListener listener;

    private RogueHttp(HttpMischief mischief) {
        this.listener = RogueListener.start(client -> mischief.answer(RogueRequest.read(client, loot)));
    }

    /** Starts one on a free port of 127.0.0.1; whoever starts it closes it. */
    public static RogueHttp start(HttpMischief mischief) {
        return new RogueHttp(mischief);
    }

    /** What {@code AWS_ENDPOINT_URL} is to be set to. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    /** The heads of all requests so far. */
    public String loot() {
        return loot.text();
    }

    /** Takes no more clients. */
    @Override
    public void close() {
        listener.close();
    }
}
