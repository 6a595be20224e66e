package io.lava4j.distribution;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An S3 whose one object breaks off in its first read and is replaced then: no real server does so when asked. */
final class CutObject implements AutoCloseable {

    private static final int SIZE = 1_000;
    private static final String ROWS = "4,four\n5,five\n";

    private final HttpServer server;
    private boolean read;

    CutObject() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"first\"");
        exchange.getResponseHeaders().set("Content-Range", "bytes 0-" + (SIZE - 1) + "/" + SIZE);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(SIZE));
            exchange.sendResponseHeaders(200, -1);
        } else if (read) {
            exchange.sendResponseHeaders(412, -1);
        } else {
            read = true;
            exchange.sendResponseHeaders(206, SIZE);
            exchange.getResponseBody().write(ROWS.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }
}
