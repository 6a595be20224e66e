package io.lava4j.sandbox.aurora;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

/** Carries what the server says to the client, unread, or for a while to someone here. */
final class Answers implements Runnable, Diversion {
    private static final int SIZE = 64 * 1024;

    private final Wire server;
    private final Wire client;
    private volatile OutputStream sink;
    private boolean ended;

    Answers(Wire server, Wire client) throws IOException {
        this.server = server;
        this.client = client;
        this.sink = client.out();
    }

    /** Until one of the two ends; ends the other. */
    @Override
    public void run() {
        try {
            carry(server.in());
        } catch (IOException e) {
            // One of them is gone: so is the session.
        } finally {
            endSink();
            client.end();
            server.cut();
        }
    }

    private void carry(InputStream in) throws IOException {
        var buffer = new byte[SIZE];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            OutputStream out = sink;
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    @Override
    public synchronized InputStream here() throws IOException {
        if (ended) {
            throw new EOFException("The server behind says nothing more");
        }
        var pipe = new PipedInputStream(SIZE);
        sink = new PipedOutputStream(pipe);
        return pipe;
    }

    @Override
    public void toClient() throws IOException {
        sink = client.out();
    }

    /** Whoever reads from a pipe that nobody closes would wait for ever. */
    private synchronized void endSink() {
        ended = true;
        if (sink instanceof PipedOutputStream pipe) {
            try {
                pipe.close();
            } catch (IOException e) {
                // Nobody reads it any more.
            }
        }
    }
}
