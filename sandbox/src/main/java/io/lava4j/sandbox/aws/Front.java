package io.lava4j.sandbox.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Finds the operation that a request asks for, counts it and answers. */
final class Front implements HttpHandler {
    private final List<Operation> operations;
    private final Counts counts;

    Front(List<Operation> operations, Counts counts) {
        this.operations = operations;
        this.counts = counts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(Request.of(exchange)).send(exchange);
        }
    }

    private Reply answer(Request request) {
        try {
            return operation(request)
                    .map(operation -> counted(operation, request))
                    .orElseGet(() -> unknown(request.target()));
        } catch (JacksonException e) {
            return Reply.jsonError("SerializationException", "The request is not JSON");
        }
    }

    private static Reply unknown(String target) {
        String hint = target.startsWith("DynamoDB_") ? "; 'lava-sandbox up --dynamodb' starts what does" : "";
        return Reply.jsonError("UnknownOperationException", "The stand-in does not know '" + target + "'" + hint);
    }

    private Optional<Operation> operation(Request request) {
        return operations.stream()
                .filter(operation -> operation.target().equals(request.target()))
                .findFirst();
    }

    private Reply counted(Operation operation, Request request) {
        counts.add(operation.name(), operation.subject(request));
        return operation.answer(request);
    }
}
