package io.lava4j.connector.mysql;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Stands between a client and a server without TLS. Once a pattern is found in what a connection sends, its answers are
 * swallowed; it stays open.
 */
final class SilentNetwork implements Closeable {

    private final ServerSocket listener;
    private final int serverPort;
    private final Pattern trigger;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    SilentNetwork(int serverPort, String trigger) throws IOException {
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.trigger = Pattern.compile(trigger, Pattern.DOTALL);
        Daemon.start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Link link = new Link(listener.accept(), new Socket(InetAddress.getLoopbackAddress(), serverPort));
            open.addAll(List.of(link.client, link.server));
            Daemon.start(link::ask);
            Daemon.start(link::answer);
        }
    }

    private final class Link {

        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void ask() throws IOException {
            try (client;
                    server) {
                byte[] buffer = new byte[1 << 16];
                InputStream asked = client.getInputStream();
                for (int count = asked.read(buffer); count >= 0; count = asked.read(buffer)) {
                    silent |= trigger.matcher(new String(buffer, 0, count, StandardCharsets.ISO_8859_1))
                            .find();
                    server.getOutputStream().write(buffer, 0, count);
                }
            }
        }

        void answer() throws IOException {
            byte[] buffer = new byte[1 << 16];
            InputStream answered = server.getInputStream();
            for (int count = answered.read(buffer); count >= 0; count = answered.read(buffer)) {
                if (!silent) {
                    client.getOutputStream().write(buffer, 0, count);
                }
            }
        }
    }
}
