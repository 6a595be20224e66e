package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** TLS on a connection. */
final class Tls implements Layer {
    private static final int RECORDS = 4;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Plain plain;
    private final SSLEngine engine;
    private final int record;
    private final ByteBuffer in;
    private final ByteBuffer out;
    private boolean starved;

    private Tls(Plain plain, SSLEngine engine, ByteBuffer came) {
        this.plain = plain;
        this.engine = engine;
        this.record = engine.getSession().getPacketBufferSize();
        this.in = ByteBuffer.allocateDirect(Math.max(RECORDS * record, came.remaining()))
                .put(came)
                .flip();
        this.starved = !in.hasRemaining();
        this.out = ByteBuffer.allocateDirect(RECORDS * record);
    }

    /**
     * Waits until the two sides agree.
     *
     * @param came what of the other side's TLS was read already
     */
    static Tls start(Plain plain, SSLEngine engine, ByteBuffer came) throws IOException {
        var tls = new Tls(plain, engine, came);
        engine.beginHandshake();
        tls.shakeHands();
        return tls;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int before = into.position();
        while (into.remaining() >= record) {
            int came = starved ? fill() : 0;
            if (starved && came <= 0) {
                return came;
            }
            boolean open = unwrap(into);
            int opened = into.position() - before;
            if (opened > 0 && starved) {
                return opened;
            }
            if (!open) {
                return opened > 0 ? opened : -1;
            }
            shakeHands();
        }
        return into.position() - before;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            wrap(from);
        }
    }

    @Override
    public void end() throws IOException {
        engine.closeOutbound();
        wrap(NOTHING);
        plain.end();
    }

    /** What the server's status would call it. */
    Map<String, String> status() {
        SSLSession session = engine.getSession();
        return Map.of("Ssl_cipher", session.getCipherSuite(), "Ssl_version", session.getProtocol());
    }

    /** At first, and when one of the two sides wants new keys. */
    private void shakeHands() throws IOException {
        for (HandshakeStatus next = engine.getHandshakeStatus(); ; next = engine.getHandshakeStatus()) {
            switch (next) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> wrap(NOTHING);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> awaitHand();
                default -> {
                    return;
                }
            }
        }
    }

    private void awaitHand() throws IOException {
        int came = starved ? fill() : 1;
        if (came < 0) {
            throw new SSLException("The connection ended within the handshake");
        }
        if (came == 0) {
            plain.await(SelectionKey.OP_READ);
        } else if (!unwrap(out.clear()) || out.position() > 0) {
            throw new SSLException("The other side does not do its part of the handshake");
        }
    }

    private int fill() throws IOException {
        in.compact();
        try {
            return plain.read(in);
        } finally {
            in.flip();
        }
    }

    /** Opens one record, if a whole one has come; false when the other side has ended. */
    private boolean unwrap(ByteBuffer into) throws IOException {
        Status status = engine.unwrap(in, into).getStatus();
        starved = !in.hasRemaining() || status == Status.BUFFER_UNDERFLOW;
        return status != Status.CLOSED;
    }

    private void wrap(ByteBuffer from) throws IOException {
        out.clear();
        do {
            if (engine.wrap(from, out).getStatus() == Status.CLOSED && from.hasRemaining()) {
                throw new SSLException("The other side has ended TLS");
            }
        } while (from.hasRemaining() && out.remaining() >= record);
        plain.write(out.flip());
    }
}
