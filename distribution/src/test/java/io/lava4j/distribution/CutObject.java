package io.lava4j.distribution;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * An S3 whose one object can be looked into, breaks off when it is first read from its start, and is replaced then: no real
 * server does so when asked.
 */
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
        int start = start(exchange);
        exchange.getResponseHeaders().set("Content-Range", "bytes " + start + "-" + (SIZE - 1) + "/" + SIZE);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(SIZE));
            exchange.sendResponseHeaders(200, -1);
        } else if (read) {
            exchange.sendResponseHeaders(412, -1);
        } else if (start > 0) {
            exchange.sendResponseHeaders(206, SIZE - start);
            exchange.getResponseBody().write(new byte[SIZE - start]);
        } else {
            read = true;
            exchange.sendResponseHeaders(206, SIZE);
            exchange.getResponseBody().write(ROWS.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    private static int start(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
    }
}
