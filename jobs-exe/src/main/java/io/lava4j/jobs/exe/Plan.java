package io.lava4j.jobs.exe;

import io.lava4j.core.spi.JobProvider.Context;
import java.util.List;
import java.util.Map;

/**
 * What a run would do.
 *
 * @param payloads what it would fetch
 * @param invocation how it would call the programs
 * @param connections label to conn_id
 */
record Plan(List<Payload> payloads, Invocation invocation, Map<String, String> connections) {

    void tell(Context context) {
        context.result("objects", payloads.stream().map(Plan::described).toList());
        context.result("program", invocation.line().program());
        context.result("arguments", invocation.arguments());
        context.result("connections", connections);
    }

    private static Map<String, Object> described(Payload payload) {
        return Map.of("uri", payload.object().uri(), "bytes", payload.object().size());
    }
}
