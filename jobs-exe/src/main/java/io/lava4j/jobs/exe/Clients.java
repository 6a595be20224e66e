package io.lava4j.jobs.exe;

import io.lava4j.core.spi.Connector.CommandLine;
import io.lava4j.core.spi.Connector.Installed;
import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The connections of a job as executables, until closed. */
final class Clients implements AutoCloseable {

    private final Map<String, String> connIds;
    private final Context context;
    private final Deque<Installed> installed = new ArrayDeque<>();
    private final Map<String, String> variables = new HashMap<>();

    Clients(Spec job, Context context) {
        this.connIds = connIds(job);
        this.context = context;
    }

    /** By their labels. */
    Map<String, String> connIds() {
        return connIds;
    }

    private static Map<String, String> connIds(Spec job) {
        Spec connections = job.object("parameters").object("connections");
        Map<String, String> connIds = new LinkedHashMap<>();
        connections.fields().keySet().forEach(label -> connIds.put(label, connections.required(label)));
        return connIds;
    }

    /** Opens all, and so finds what is wrong with them; installs nothing. */
    void open() {
        connIds.values().forEach(connId -> context.connector(connId, CommandLine.class));
    }

    /** Gives the variables that name them. */
    Map<String, String> install(Path directory) {
        connIds.forEach((label, connId) -> {
            String name = label.toUpperCase(Locale.ROOT);
            Installed client = context.connector(connId, CommandLine.class).install(directory, name);
            installed.push(client);
            variables.put("LAVA_CONN_" + name, client.executable().toString());
            variables.put("LAVA_CONNID_" + name, connId);
        });
        return Map.copyOf(variables);
    }

    /** All of them: a program may have kept one from being removed, as the private directory will be. */
    @Override
    public void close() {
        while (!installed.isEmpty()) {
            close(installed.pop());
        }
    }

    private void close(Installed client) {
        try {
            client.close();
        } catch (RuntimeException failed) {
            context.listener().event("'" + client.executable() + "' did not close: " + failed.getMessage());
        }
    }
}
