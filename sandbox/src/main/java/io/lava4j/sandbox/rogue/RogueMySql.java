package io.lava4j.sandbox.rogue;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/** A server that speaks as much of MySQL's protocol as it takes to do its mischief to every client. */
public final class RogueMySql implements AutoCloseable {
    private final Loot loot = new Loot();
    private final RogueListener listener;

    private RogueMySql(MySqlMischief mischief, SSLContext tls, String file) {
        this.listener = RogueListener.start(client -> mischief.meet(new RogueWire(client, tls, loot, file)));
    }

    /**
     * Starts one on a free port of 127.0.0.1; whoever starts it closes it.
     *
     * @param tls what it shows where it offers TLS
     * @param file the file of the client's that it asks for
     */
    public static RogueMySql start(MySqlMischief mischief, SSLContext tls, Path file) {
        return new RogueMySql(mischief, tls, file.toString());
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return listener.port();
    }

    /** All that clients have sent so far, one character a byte, TLS taken off. */
    public String loot() {
        return loot.text();
    }

    /** Takes no more clients. */
    @Override
    public void close() {
        listener.close();
    }
}
