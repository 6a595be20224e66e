package io.lava4j.sandbox.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A request, read whole.
 *
 * @param target see {@link Operation#target()}; empty when there is none
 */
record Request(String target, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACTION = "Action=";

    static Request of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                .orElseGet(() -> action(query + "&" + body));
        return new Request(target, body);
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    private static String action(String form) {
        return Stream.of(form.split("&"))
                .filter(field -> field.startsWith(ACTION))
                .map(field -> URLDecoder.decode(field.substring(ACTION.length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
