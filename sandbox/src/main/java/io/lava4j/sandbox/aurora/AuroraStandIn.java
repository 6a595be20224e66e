package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** A server on the MySQL protocol before another one; what it does is said of its package. Safe for use by many threads. */
public final class AuroraStandIn implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int BACKLOG = 151;

    private final ServerSocketChannel door;
    private final Reception reception;
    private final RootSession root;
    private final AuroraSettings settings;
    private final Supplier<Statements> statements;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private AuroraStandIn(
            ServerSocketChannel door,
            Reception reception,
            RootSession root,
            AuroraSettings settings,
            Supplier<Statements> statements) {
        this.door = door;
        this.reception = reception;
        this.root = root;
        this.settings = settings;
        this.statements = statements;
    }

    /**
     * Starts one on a free port of 127.0.0.1; whoever starts it closes it.
     *
     * @param tls with the certificate to show
     * @param region that tokens are to be signed for
     * @throws UncheckedIOException when there is no free port
     * @throws IllegalStateException when the server behind refuses what it is to have
     */
    public static AuroraStandIn start(Behind behind, SSLContext tls, String region, FromS3 fromS3) {
        var root = new RootSession(behind.root());
        IamUsers iamUsers = IamUsers.at(root);
        var settings = new AuroraSettings(behind.root());
        AuroraStatements statements = AuroraStatements.of(behind.root(), settings, fromS3, iamUsers);
        new AuroraSetup(behind.root()).run();
        return start(behind, tls, region, root, iamUsers, settings, () -> statements);
    }

    static AuroraStandIn start(Behind behind, SSLContext tls, String region, Supplier<Statements> statements) {
        var root = new RootSession(behind.root());
        return start(behind, tls, region, root, IamUsers.at(root), new AuroraSettings(behind.root()), statements);
    }

    private static AuroraStandIn start(
            Behind behind,
            SSLContext tls,
            String region,
            RootSession root,
            IamUsers iamUsers,
            AuroraSettings settings,
            Supplier<Statements> statements) {
        try {
            var door = ServerSocketChannel.open().bind(new InetSocketAddress(HOST, 0), BACKLOG);
            var tokens = new Tokens(new Endpoint("localhost", door.socket().getLocalPort(), region));
            var reception = new Reception(tls, behind, iamUsers, tokens, new LoginKey());
            var standIn = new AuroraStandIn(door, reception, root, settings, statements);
            Threads.start("aurora-stand-in", standIn::listen);
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException("The Aurora stand-in cannot be started", e);
        }
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return door.socket().getLocalPort();
    }

    /** What tokens must be signed for; at first localhost and {@link #port()}. */
    public Endpoint endpoint() {
        return reception.tokens().endpoint();
    }

    /** From now on tokens must be signed for this one, as behind a cluster's name. */
    public void endpoint(Endpoint endpoint) {
        reception.tokens().endpoint(endpoint);
    }

    /** From now on a token may be signed with this key; one of the same id is replaced. */
    public void addKey(AccessKey key) {
        reception.tokens().keys().add(key);
    }

    /** The clock by which tokens expire; at first this machine's. */
    public void clock(InstantSource clock) {
        reception.tokens().clock(clock);
    }

    /** Why logins of IAM users were refused, in their order: what the clients are not told. */
    public List<String> refusals() {
        return reception.tokens().refusals();
    }

    /** What CREATE USER says at the server behind, after the user's name, to make an IAM user. */
    public String identification() {
        return reception.iamUsers().identification();
    }

    /** What is switched while it runs. */
    public AuroraSettings settings() {
        return settings;
    }

    /** Ends all sessions. */
    @Override
    public void close() {
        closed = true;
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The Aurora stand-in cannot be stopped", e);
        } finally {
            sessions.forEach(Session::cut);
            root.end();
            settings.end();
        }
    }

    private void listen() {
        for (int number = 1; !closed; number++) {
            try {
                SocketChannel client = door.accept();
                Threads.start("aurora-stand-in-" + number, () -> serve(client));
            } catch (IOException e) {
                // Closed, or a client that was gone before it was let in, or too many files are open.
                Threads.pause();
            }
        }
    }

    private void serve(SocketChannel socket) {
        try (socket;
                var behind = new Routes(reception.behind(), root).open();
                var selector = Selector.open()) {
            var client = new Wire(socket, selector);
            var server = new Wire(behind, selector);
            serve(new Session(client, server, reception, statements));
        } catch (IOException e) {
            // The server behind is gone, and so is this client's connection.
        }
    }

    private void serve(Session session) {
        sessions.add(session);
        try {
            if (!closed) {
                session.run();
            }
        } finally {
            sessions.remove(session);
        }
    }
}
