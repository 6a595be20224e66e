package io.lava4j.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code lava-sandbox up --dynamodb} puts into DynamoDB: the realm with a connection to each database, and a job whose
 * object is in the bucket.
 */
final class DynamoDbFurnishing {
    static final String JOB = "hello";
    private static final String TABLES = "lava." + Furnishing.REALM;

    private final Sandbox sandbox;

    private DynamoDbFurnishing(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Starts DynamoDB; gives the environment variables with which a client finds it. */
    static Map<String, String> of(Sandbox sandbox) {
        DynamoDbServer server = sandbox.dynamodb();
        server.createRealm(Furnishing.REALM);
        server.put("lava.realms", Map.of("realm", Furnishing.REALM));
        var furnishing = new DynamoDbFurnishing(sandbox);
        furnishing.connections();
        furnishing.job();
        return Map.of("AWS_ENDPOINT_URL_DYNAMODB", server.endpoint().toString());
    }

    private void connections() {
        connection("mysql", sandbox.mysql().caFile(), Map.of("type", "mysql", "secret_id", "dev/mysql"));
        connection("mariadb", sandbox.mariadb().caFile(), Map.of("type", "mariadb", "secret_id", "dev/mariadb"));
        connection(
                "aurora",
                sandbox.aurora().caFile(),
                Map.of("type", "mysql-aurora", "secret_id", "dev/aurora-iam", "ssl_mode", "verify-identity"));
    }

    private void connection(String name, Path caFile, Map<String, String> more) {
        Map<String, Object> fields = new LinkedHashMap<>(more);
        fields.put("conn_id", name);
        fields.put("enabled", true);
        fields.put("ssl", true);
        fields.put("ca_cert", caFile.toString());
        sandbox.dynamodb().put(TABLES + ".connections", fields);
    }

    private void job() {
        sandbox.s3().put(Furnishing.BUCKET, "hello.csv", "1,hello\n2,world\n");
        sandbox.dynamodb()
                .put(
                        TABLES + ".jobs",
                        Map.of("job_id", JOB, "type", "db_from_s3", "enabled", true, "parameters", parameters()));
    }

    private static Map<String, Object> parameters() {
        return Map.of(
                "db_conn_id",
                "mysql",
                "bucket",
                Furnishing.BUCKET,
                "key",
                "hello.csv",
                "schema",
                Furnishing.DATABASE,
                "table",
                "hello",
                "mode",
                "drop",
                "columns",
                List.of("id INT PRIMARY KEY", "word VARCHAR(40)"),
                "args",
                List.of("DELIMITER ','"));
    }
}
