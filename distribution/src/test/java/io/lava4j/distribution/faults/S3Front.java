package io.lava4j.distribution.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before the S3 server for all trials at once: what happens to an answer is a matter of its bucket. One request a connection. */
final class S3Front implements Closeable {

    private final ServerSocket listener;
    private final URI server;
    private final Map<String, S3Rule> rules = new ConcurrentHashMap<>();
    private final List<Socket> held = new CopyOnWriteArrayList<>();

    S3Front(URI server) {
        this.server = server;
        try {
            this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Network.start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    void rule(String bucket, S3Rule rule) {
        rules.put(bucket, rule);
    }

    /** From now on all is well there. */
    void heal(String bucket) {
        rules.remove(bucket);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        held.forEach(Network::close);
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            Network.start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        S3Answer answer = new S3Answer(client);
        try {
            HttpHead request = HttpHead.read(client.getInputStream());
            S3Rule rule = rules.get(request.bucket());
            if (rule == null || !request.readsAnObject()) {
                pass(request, client, answer, S3Rule.NONE);
            } else if (!rule.answersItself(answer)) {
                pass(request, client, answer, rule);
            }
        } finally {
            if (answer.isHeld()) {
                held.add(client);
            } else {
                Network.close(client);
            }
        }
    }

    private void pass(HttpHead request, Socket client, S3Answer answer, S3Rule rule) throws IOException {
        try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = upstream.getOutputStream();
            out.write(request.bytes());
            InputStream in = upstream.getInputStream();
            HttpHead head = HttpHead.read(in);
            if (request.readsAnObject() && head.isGood()) {
                rule.pass(head, in.readAllBytes(), answer);
            } else {
                answer.write(head.bytes());
                in.transferTo(client.getOutputStream());
            }
        }
    }
}
