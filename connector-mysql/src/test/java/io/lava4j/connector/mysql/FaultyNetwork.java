package io.lava4j.connector.mysql;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Stands between a client and a server without TLS, and does something to the first packet that a pattern finds. */
final class FaultyNetwork implements Closeable {

    private final ServerSocket listener;
    private final int serverPort;
    private final Predicate<String> trigger;
    private final Fault fault;
    private final ByteArrayOutputStream afterFault = new ByteArrayOutputStream();
    private volatile boolean triggered;

    FaultyNetwork(int serverPort, String trigger, Fault fault) throws IOException {
        this(serverPort, Pattern.compile(trigger, Pattern.DOTALL).asPredicate(), fault);
    }

    private FaultyNetwork(int serverPort, Predicate<String> trigger, Fault fault) throws IOException {
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.trigger = trigger;
        this.fault = fault;
        Daemon.start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    boolean wasTriggered() {
        return triggered;
    }

    /** What the client sent after the fault. */
    synchronized String sentAfterFault() {
        return afterFault.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            if (listener.isClosed()) {
                // A thread that waits in accept may let one more in after the door is closed.
                client.close();
                return;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            AtomicBoolean struck = new AtomicBoolean();
            Daemon.start(() -> clientToServer(client, server, struck));
            Daemon.start(() -> serverToClient(server, client, struck));
        }
    }

    private void clientToServer(Socket client, Socket server, AtomicBoolean struck) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (client;
                server) {
            for (int count = client.getInputStream().read(buffer); count >= 0; ) {
                if (!triggered && trigger.test(new String(buffer, 0, count, StandardCharsets.ISO_8859_1))) {
                    triggered = true;
                    struck.set(true);
                    synchronized (struck) {
                        if (!fault.strike(client.getOutputStream(), server.getOutputStream(), buffer, count)) {
                            return;
                        }
                    }
                    record(client.getInputStream());
                    return;
                }
                server.getOutputStream().write(buffer, 0, count);
                count = client.getInputStream().read(buffer);
            }
        }
    }

    private synchronized void record(InputStream client) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int count = client.read(buffer);
        afterFault.write(buffer, 0, Math.max(0, count));
    }

    private void serverToClient(Socket server, Socket client, AtomicBoolean struck) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (client;
                server) {
            int count = server.getInputStream().read(buffer);
            while (count >= 0 && !struck.get()) {
                client.getOutputStream().write(buffer, 0, count);
                count = server.getInputStream().read(buffer);
            }
            if (fault instanceof Answer) {
                synchronized (struck) {
                    // The server may be the faster one: the end must not overtake the answer.
                }
            }
        }
    }

    /** What happens to the statement. */
    interface Fault {

        /** Neither the statement nor an answer arrives. */
        Fault LOST = (client, server, statement, length) -> false;

        /** The statement arrives, its answer does not: it is what ends the connection. */
        Fault ANSWER_LOST = (client, server, statement, length) -> {
            server.write(statement, 0, length);
            return true;
        };

        /** The statement arrives, and the client alone is cut off: the server does not notice until the given moment. */
        static Fault cutOff(CountDownLatch until) {
            return (client, server, statement, length) -> {
                server.write(statement, 0, length);
                client.close();
                try {
                    until.await();
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
                return false;
            };
        }

        /** The answer is an error, whether the statement arrives or not. */
        static Fault answers(int error, String state, String message, boolean arrives) {
            return new Answer(error, ("#" + state + message).getBytes(StandardCharsets.UTF_8), arrives);
        }

        /** The server asks for a file instead of answering. */
        static Fault asksFor(String file) {
            byte[] path = file.getBytes(StandardCharsets.UTF_8);
            return (client, server, statement, length) -> {
                client.write(new byte[] {(byte) (path.length + 1), 0, 0, 1, (byte) 0xfb});
                client.write(path);
                client.flush();
                return true;
            };
        }

        boolean strike(OutputStream client, OutputStream server, byte[] statement, int length) throws IOException;
    }

    private record Answer(int error, byte[] text, boolean arrives) implements Fault {

        @Override
        public boolean strike(OutputStream client, OutputStream server, byte[] statement, int length)
                throws IOException {
            if (arrives) {
                server.write(statement, 0, length);
            }
            client.write(
                    new byte[] {(byte) (text.length + 3), 0, 0, 1, (byte) 0xff, (byte) error, (byte) (error >> 8)});
            client.write(text);
            client.flush();
            return true;
        }
    }

    static FaultyNetwork before(int port, String trigger, Fault fault) {
        try {
            return new FaultyNetwork(port, trigger, fault);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Loses nothing: something else happens before the statement arrives. */
    static FaultyNetwork meanwhile(int port, String trigger, Runnable event) throws IOException {
        Predicate<String> found = Pattern.compile(trigger, Pattern.DOTALL).asPredicate();
        AtomicBoolean happened = new AtomicBoolean();
        return new FaultyNetwork(
                port,
                sent -> {
                    if (found.test(sent) && happened.compareAndSet(false, true)) {
                        event.run();
                    }
                    return false;
                },
                Fault.LOST);
    }

    /** Strikes at so many statements, from 0 on, after the first that holds a text. */
    static FaultyNetwork after(int port, String start, int statements, Fault fault) throws IOException {
        Predicate<String> statement =
                Pattern.compile("^.{3}\\x00\\x03", Pattern.DOTALL).asPredicate();
        AtomicBoolean started = new AtomicBoolean();
        AtomicInteger left = new AtomicInteger(statements);
        return new FaultyNetwork(
                port,
                sent -> {
                    if (sent.contains(start)) {
                        started.set(true);
                    }
                    return started.get() && statement.test(sent) && left.getAndDecrement() == 0;
                },
                fault);
    }
}
