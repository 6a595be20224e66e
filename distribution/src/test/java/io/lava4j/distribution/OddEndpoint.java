package io.lava4j.distribution;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An endpoint of AWS that refuses everything in the same words, or is silent. */
record OddEndpoint(HttpServer server) implements AutoCloseable {

    static OddEndpoint refusing(int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        OddEndpoint endpoint = silent();
        endpoint.server.createContext("/", exchange -> {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        endpoint.server.start();
        return endpoint;
    }

    /** Whoever connects waits for somebody to take the connection. */
    static OddEndpoint silent() throws IOException {
        return new OddEndpoint(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0));
    }

    /** What has lava call it in the place of a service. */
    Map<String, String> insteadOf(String variable) {
        return Map.of(
                variable,
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_MAX_ATTEMPTS",
                "1",
                "LAVA_AWS_STALL_LIMIT",
                "2");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
