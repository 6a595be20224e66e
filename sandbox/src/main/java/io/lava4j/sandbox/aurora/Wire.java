package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** One connection, over TLS from the moment that the two sides agree on it. For one thread, but for {@link #cut}. */
final class Wire {
    private static final int SIZE = 256 * 1024;

    private final Plain plain;
    private final ByteBuffer came = ByteBuffer.allocateDirect(SIZE).flip();
    private Layer layer;
    private Map<String, String> status = Map.of();
    private boolean ended;

    Wire(SocketChannel channel, Selector selector) throws IOException {
        this.plain = new Plain(channel, selector);
        this.layer = plain;
    }

    /** Whether something is there to read, be it the end; does not wait. */
    boolean poll() throws IOException {
        if (!came.hasRemaining() && !ended) {
            came.clear();
            try {
                ended = layer.read(came) < 0;
            } finally {
                came.flip();
            }
        }
        return came.hasRemaining() || ended;
    }

    /** Whether that was the end. */
    boolean isAtEnd() {
        return ended && !came.hasRemaining();
    }

    /** Hands on what {@link #poll} found, and says how many bytes that were. */
    int pass(Wire other) throws IOException {
        int count = came.remaining();
        other.layer.write(came);
        return count;
    }

    /** Waits until it or the other one of its session has something to read; {@link #poll} must have found nothing. */
    void awaitAny() throws IOException {
        plain.awaitAny();
    }

    void await() throws IOException {
        plain.await(SelectionKey.OP_READ);
    }

    /** Waits until it takes more, or has something to read. */
    void awaitRoom() throws IOException {
        plain.await(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** What is done when it takes no more for now. */
    void whenFull(Plain.Relief relief) {
        plain.whenFull(relief);
    }

    InputStream in() {
        return new In();
    }

    OutputStream out() {
        return new Out();
    }

    /** Where the other side is. */
    String peer() {
        return plain.peer().isLoopbackAddress() ? "localhost" : plain.peer().getHostAddress();
    }

    /** Whether it is a Unix socket. */
    boolean isLocal() throws IOException {
        return plain.isLocal();
    }

    /** What the server's status would say of its TLS; empty without. */
    Map<String, String> status() {
        return status;
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
        SSLEngine engine = context.createSSLEngine(plain.peer().getHostAddress(), plain.peerPort());
        engine.setUseClientMode(client);
        Tls tls = Tls.start(plain, engine, came);
        layer = tls;
        status = tls.status();
    }

    /** Nothing more is written from here; reading goes on. */
    void finish() {
        quietly(plain::end);
    }

    /** Says goodbye. */
    void end() {
        quietly(() -> layer.end());
    }

    /** Ends it at once, whoever reads or writes. */
    void cut() {
        quietly(plain::cut);
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            // It is closed, which is what was wanted.
        }
    }

    private interface Closing {
        void run() throws IOException;
    }

    private final class In extends InputStream {
        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            while (length > 0 && !poll()) {
                await();
            }
            int count = Math.min(length, came.remaining());
            came.get(bytes, offset, count);
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one});
        }

        /** In pieces: of a whole one the channel would make a copy outside the heap. */
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += SIZE) {
                layer.write(ByteBuffer.wrap(bytes, offset + done, Math.min(SIZE, length - done)));
            }
        }
    }
}
