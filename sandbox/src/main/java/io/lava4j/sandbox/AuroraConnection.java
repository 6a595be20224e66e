package io.lava4j.sandbox;

import java.nio.file.Path;
import java.util.Map;

/**
 * How an IAM user of {@code lava-sandbox up} gets to the Aurora stand-in.
 *
 * @param host that tokens are signed for
 */
record AuroraConnection(String host, int port, String database, Path caFile) {
    static final String USER = "lava_iam";

    static AuroraConnection of(AuroraServer server, String database) {
        return new AuroraConnection(server.endpointHost(), server.endpointPort(), database, server.caFile());
    }

    Map<String, String> variables() {
        return DatabaseVariables.of("aurora").of(host, port, USER, database, caFile);
    }

    /** What a secret holds of it: all but a password, so that a token is made. */
    String secret() {
        return """
                {"username": "%s", "host": "%s", "port": %d, "dbname": "%s"}"""
                .formatted(USER, host, port, database);
    }

    /** A connection's spec, as it stands in a file. */
    String spec() {
        return """
                conn_id: aurora
                type: mysql-aurora
                enabled: true
                host: %s
                port: %d
                database: %s
                user: %s
                ssl: true
                ca_cert: %s
                """
                .formatted(host, port, database, USER, caFile);
    }
}
