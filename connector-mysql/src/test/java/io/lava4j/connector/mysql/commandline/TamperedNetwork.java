package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.Daemon;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands between a client and a server. Once it is told to, it takes TLS out of what the server offers, or leads elsewhere. */
final class TamperedNetwork implements Closeable {

    private static final int VERSION = 5;
    private static final int TLS_IN_SECOND_BYTE = 0x08;

    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private volatile int serverPort;
    private volatile boolean stripping;

    TamperedNetwork(int serverPort) throws IOException {
        this.serverPort = serverPort;
        Daemon.start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Connections from now on are another server's. */
    void leadTo(int port) {
        serverPort = port;
    }

    void strip() {
        stripping = true;
    }

    /** What clients have sent since. */
    String sent() {
        synchronized (sent) {
            return sent.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            Daemon.start(() -> relay(server, client, this::greeting));
            Daemon.start(() -> relay(client, server, this::recorded));
        }
    }

    private static void relay(Socket from, Socket to, Change change) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            boolean first = true;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                change.to(buffer, count, first);
                out.write(buffer, 0, count);
                first = false;
            }
        }
    }

    /** Servers send it in one piece. */
    private void greeting(byte[] buffer, int count, boolean first) {
        if (first && stripping) {
            int end = VERSION;
            while (buffer[end] != 0) {
                end++;
            }
            int flags = end + 1 + 4 + 9;
            buffer[flags + 1] &= (byte) ~TLS_IN_SECOND_BYTE;
        }
    }

    private void recorded(byte[] buffer, int count, boolean first) {
        if (stripping) {
            synchronized (sent) {
                sent.write(buffer, 0, count);
            }
        }
    }

    private interface Change {
        void to(byte[] buffer, int count, boolean first);
    }
}
