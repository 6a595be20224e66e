package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One TCP connection, over TLS from the moment that the two sides agree on it. */
final class Wire {
    private final Socket tcp;
    private Socket socket;

    Wire(Socket tcp) throws IOException {
        tcp.setTcpNoDelay(true);
        this.tcp = tcp;
        this.socket = tcp;
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Where the other side is. */
    String peer() {
        return tcp.getInetAddress().isLoopbackAddress()
                ? "localhost"
                : tcp.getInetAddress().getHostAddress();
    }

    /** The other side starts TLS. */
    void acceptTls(SSLContext context) throws IOException {
        startTls(context, false);
    }

    /** This side starts TLS. */
    void requestTls(SSLContext context) throws IOException {
        startTls(context, true);
    }

    private void startTls(SSLContext context, boolean client) throws IOException {
        var tls = (SSLSocket) context.getSocketFactory()
                .createSocket(tcp, tcp.getInetAddress().getHostAddress(), tcp.getPort(), true);
        tls.setUseClientMode(client);
        tls.startHandshake();
        socket = tls;
    }

    /** Nothing more is written from here; reading goes on. */
    void finish() {
        quietly(tcp::shutdownOutput);
    }

    /** Says goodbye and closes; for the thread that writes. */
    void end() {
        quietly(socket::shutdownOutput);
        cut();
    }

    /** Closes at once, whoever reads or writes. */
    void cut() {
        quietly(tcp::close);
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException | UnsupportedOperationException e) {
            // It is closed, which is what was wanted.
        }
    }

    private interface Closing {
        void run() throws IOException;
    }
}
