package io.lava4j.sandbox.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.ObjectMapper;

/** An answer in one of AWS's two wire formats. */
record Reply(int status, String contentType, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply json(Map<String, ?> fields) {
        return new Reply(200, "application/x-amz-json-1.1", JSON.writeValueAsString(fields));
    }

    static Reply jsonError(String type, String message) {
        String body = JSON.writeValueAsString(Map.of("__type", type, "message", message));
        return new Reply(400, "application/x-amz-json-1.1", body);
    }

    static Reply xml(String body) {
        return new Reply(200, "text/xml", body);
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
