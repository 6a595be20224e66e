package io.lava4j.distribution.faults;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A network between clients and a server of MySQL's protocol that knows packets, and says of the server that it has no TLS:
 * what passes is seen by a trap.
 */
final class Wire implements Closeable {

    private static final int QUERY = 3;
    private static final int LOCAL_INFILE = 0xfb;
    private static final int TLS = 0x08;

    private final ServerSocket listener;
    private final int serverPort;
    private final Trap trap;
    private final List<Link> links = new CopyOnWriteArrayList<>();

    Wire(int serverPort, Trap trap) {
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        this.serverPort = serverPort;
        this.trap = trap;
        Network.start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        links.forEach(Link::close);
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            try {
                Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
                links.add(link);
                Network.start(link::answer);
                Network.start(link::ask);
            } catch (IOException noServer) {
                client.close();
            }
        }
    }

    /** One connection. */
    final class Link {

        private final Socket client;
        private final Socket server;
        private volatile boolean watched;
        private volatile boolean silent;
        private volatile boolean loads;
        private volatile boolean sendsData;
        private volatile boolean awaitsAnswer;

        private Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** Ends it at both ends at once. */
        void reset() {
            Network.reset(client);
            Network.reset(server);
        }

        /** Nothing arrives any more on either side, and neither is told. */
        void silence() {
            silent = true;
        }

        void close() {
            Network.close(client);
            Network.close(server);
        }

        private void ask() throws IOException {
            try {
                watched = trap.takes(this);
                DataInputStream in = new DataInputStream(client.getInputStream());
                packet(in, true);
                while (true) {
                    packet(in, false);
                }
            } finally {
                if (!silent) {
                    close();
                }
            }
        }

        private void packet(DataInputStream in, boolean login) throws IOException {
            byte[] head = new byte[4];
            in.readFully(head);
            int length = (head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16;
            byte[] payload = in.readNBytes(length);
            if (payload.length < length) {
                throw new EOFException();
            }
            if (!watched || silent) {
                forward(head, payload, length);
            } else if (sendsData) {
                data(head, payload);
            } else if (login && trap.stopsLogin() || head[3] == 0 && isStopped(payload)) {
                trap.strike();
            } else {
                forward(head, payload, length);
            }
        }

        private boolean isStopped(byte[] payload) {
            if (payload.length == 0 || payload[0] != QUERY) {
                return false;
            }
            String statement = new String(payload, 1, payload.length - 1, StandardCharsets.UTF_8);
            loads = statement.contains("LOAD DATA LOCAL ");
            awaitsAnswer = true;
            return trap.stops(statement);
        }

        private void data(byte[] head, byte[] payload) throws IOException {
            if (payload.length == 0) {
                sendsData = false;
                awaitsAnswer = true;
                if (trap.stopsEnd()) {
                    trap.strike();
                    return;
                }
            }
            int passing = trap.passes(payload.length);
            forward(head, payload, passing);
            if (passing < payload.length) {
                trap.strike();
            }
        }

        private void forward(byte[] head, byte[] payload, int count) throws IOException {
            if (!silent) {
                byte[] packet = new byte[head.length + count];
                System.arraycopy(head, 0, packet, 0, head.length);
                System.arraycopy(payload, 0, packet, head.length, count);
                server.getOutputStream().write(packet);
            }
        }

        private void answer() throws IOException {
            try {
                OutputStream out = client.getOutputStream();
                DataInputStream in = new DataInputStream(server.getInputStream());
                out.write(Network.without(TLS, in));
                byte[] buffer = new byte[1 << 16];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (isAnswerStopped(buffer, count)) {
                        trap.strike();
                    } else if (!silent) {
                        out.write(buffer, 0, count);
                    }
                }
            } finally {
                if (!silent) {
                    close();
                }
            }
        }

        private boolean isAnswerStopped(byte[] buffer, int count) {
            if (!watched || silent || !awaitsAnswer) {
                return false;
            }
            awaitsAnswer = false;
            boolean asksForData = loads && count > 4 && (buffer[4] & 0xff) == LOCAL_INFILE;
            sendsData = asksForData;
            return trap.stopsAnswer(asksForData);
        }
    }
}
