package io.lava4j.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with one answer to everything: for refusals that no server on this machine gives. */
public final class FixedAnswer implements AutoCloseable {

    private final HttpServer server;
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    private FixedAnswer(int status, Map<String, String> headers, String body) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        this.status = status;
        this.headers = headers;
        this.body = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", this::answer);
        server.start();
    }

    public static FixedAnswer of(int status, Map<String, String> headers, String body) throws IOException {
        return new FixedAnswer(status, headers, body);
    }

    /** An error in the JSON of SSM and Secrets Manager. */
    public static FixedAnswer jsonError(String type, String message) throws IOException {
        return of(400, Map.of(), "{\"__type\":\"" + type + "\",\"message\":\"" + message + "\"}");
    }

    /** An error in the XML of S3. */
    public static FixedAnswer xmlError(int status, String code, String message, Map<String, String> headers)
            throws IOException {
        return of(status, headers, "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The headers of every request so far. */
    public List<Map<String, List<String>>> requests() {
        return requests;
    }

    /** Method and target of every request so far. */
    public List<String> lines() {
        return lines;
    }

    /** The body of every request so far. */
    public List<String> bodies() {
        return bodies;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(Map.copyOf(exchange.getRequestHeaders()));
        lines.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
