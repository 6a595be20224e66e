package io.lava4j.connector.mysql.aurora;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An STS that does not accept the credentials, whoever asks: no server on this machine checks them. */
record RefusingSts(HttpServer server) implements AutoCloseable {

    private static final byte[] ANSWER =
            "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>it is wrong</Message></Error></ErrorResponse>"
                    .getBytes(StandardCharsets.UTF_8);

    static RefusingSts start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.start();
        return new RefusingSts(server);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
