package io.lava4j.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A TCP proxy before a server, which breaks what the server sends when a test says so. */
final class FaultyWire implements AutoCloseable {

    /** What happens to a connection that has carried as much as it may. */
    enum Fault {
        /** It ends as if all had been sent. */
        END,
        /** It is reset. */
        RESET,
        /** Nothing more comes. */
        STALL
    }

    private static final int SMALL = 32 * 1024;

    private final URI server;
    private final ServerSocket door;
    private final Thread acceptor;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong carried = new AtomicLong();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile Fault fault = Fault.END;
    private volatile long after;

    FaultyWire(URI server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        this.acceptor = start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** So many of the next connections get this fault after so many bytes. */
    void breakConnections(int count, Fault how, long bytes) {
        fault = how;
        after = bytes;
        faults.set(count);
    }

    /** Breaks every connection that is open. */
    void cutNow() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Bytes that came from the server. */
    long carried() {
        return carried.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        // A thread that waits in accept may let one more in after the door is closed.
        try {
            acceptor.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        cutNow();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            client.setSendBufferSize(SMALL);
            Socket upstream = new Socket();
            upstream.setReceiveBufferSize(SMALL);
            upstream.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            sockets.add(client);
            sockets.add(upstream);
            boolean faulty = faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            start(() -> client.getInputStream().transferTo(upstream.getOutputStream()));
            start(() -> carry(upstream, client, faulty ? after : Long.MAX_VALUE));
        }
    }

    private void carry(Socket upstream, Socket client, long bytes) throws IOException, InterruptedException {
        InputStream from = upstream.getInputStream();
        OutputStream to = client.getOutputStream();
        byte[] buffer = new byte[8 * 1024];
        long left = bytes;
        int count = 0;
        while (left > 0 && count >= 0) {
            count = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count > 0) {
                to.write(buffer, 0, count);
                carried.addAndGet(count);
                left -= count;
            }
        }
        if (left == 0 && fault == Fault.STALL) {
            closed.await();
        }
        if (left == 0 && fault == Fault.RESET) {
            client.setSoLinger(true, 0);
        }
        client.close();
        upstream.close();
    }

    private static Thread start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException ended) {
                // One side is gone, which is what a wire is for here.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
