package io.lava4j.sandbox.rogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/** A server that speaks as much of MySQL's protocol as it takes to do its mischief to every client. */
public final class RogueMySql implements AutoCloseable {
    private final ServerSocket listener;
    private final SSLContext tls;
    private final String file;
    private final MySqlMischief mischief;
    private final Loot loot = new Loot();

    private RogueMySql(ServerSocket listener, SSLContext tls, String file, MySqlMischief mischief) {
        this.listener = listener;
        this.tls = tls;
        this.file = file;
        this.mischief = mischief;
    }

    /**
     * Starts one on a free port of 127.0.0.1; whoever starts it closes it.
     *
     * @param tls what it shows where it offers TLS
     * @param file the file of the client's that it asks for
     */
    public static RogueMySql start(MySqlMischief mischief, SSLContext tls, Path file) {
        try {
            var rogue = new RogueMySql(
                    new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), tls, file.toString(), mischief);
            Rogues.start(rogue::accept);
            return rogue;
        } catch (IOException e) {
            throw new UncheckedIOException("The rogue server cannot be started", e);
        }
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return listener.getLocalPort();
    }

    /** All that clients have sent so far, one character a byte, TLS taken off. */
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
            Rogues.start(() -> meet(client));
        }
    }

    private void meet(Socket client) throws IOException {
        try (client) {
            mischief.meet(new RogueWire(client, tls, loot, file));
        }
    }
}
