package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.distribution.LavaProgram.Running;
import io.lava4j.sandbox.AuroraServer;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A directory of specs with one connection, one job and one table, in a database and a bucket of their own. */
final class Workplace {

    private static final String CONNECTION = "connections/dwh.yaml";

    private final Sandbox sandbox;
    private final DatabaseServer server;
    private final Database database;
    private final Path specs;
    private final String bucket;
    private final Map<String, Object> connection = new LinkedHashMap<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Workplace(Sandbox sandbox, DatabaseServer server, Path specs) throws IOException {
        this.sandbox = sandbox;
        this.server = server;
        this.database = server.newDatabase();
        this.specs = specs;
        this.bucket = sandbox.s3().newBucket();
        write("realm.yaml", "realm: dev\n");
        connection.put("conn_id", "dwh");
        connection.put("enabled", true);
        connection.put("ssl", true);
        connection.put("ca_cert", server.caFile());
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL)");
    }

    /** With a connection that has its password in SSM. */
    static Workplace withParameter(Sandbox sandbox, DatabaseServer server, Path specs) throws IOException {
        Workplace place = new Workplace(sandbox, server, specs);
        Database database = place.database;
        sandbox.aws().putSecureString(place.parameterName(), database.password());
        return place.connection("type", "mysql")
                .connection("host", database.host())
                .connection("port", database.port())
                .connection("database", database.name())
                .connection("user", database.user())
                .connection("password", place.parameterName());
    }

    /** With a connection that has everything in a secret. */
    static Workplace withSecret(Sandbox sandbox, DatabaseServer server, Path specs) throws IOException {
        Workplace place = new Workplace(sandbox, server, specs);
        Database database = place.database;
        place.secret(database.password());
        return place.connection("type", "mariadb").connection("secret_id", database.name());
    }

    /** With a connection that has no password: as an IAM user of the stand-in for Aurora. */
    static Workplace withToken(Sandbox sandbox, Path specs) throws IOException {
        AuroraServer aurora = sandbox.aurora();
        Workplace place = new Workplace(sandbox, aurora.behind(), specs);
        return place.connection("type", "mysql-aurora")
                .connection("host", "localhost")
                .connection("port", aurora.port())
                .connection("database", place.database.name())
                .connection("user", aurora.newIamUser(place.database))
                .connection("ca_cert", aurora.caFile());
    }

    /** Lets the connection's user have the stand-in for Aurora read S3. */
    Workplace mayLoadFromS3() {
        server.execute("GRANT AWS_LOAD_S3_ACCESS TO " + connection.get("user"));
        return this;
    }

    /** Puts the secret with everything, and this password. */
    Workplace secret(String password) {
        String fields =
                """
                {"username": "%s", "password": "%s", "host": "%s", "port": %d, "dbname": "%s"}"""
                        .formatted(database.user(), password, database.host(), database.port(), database.name());
        sandbox.aws().putSecret(database.name(), fields);
        return this;
    }

    /** The job {@code load}, of the object {@code data.csv} with this content. */
    Workplace job(String mode, String content) throws IOException {
        return data(content)
                .parameter("db_conn_id", "dwh")
                .parameter("bucket", bucket)
                .parameter("key", "data.csv")
                .parameter("schema", database.name())
                .parameter("table", "t")
                .parameter("mode", mode)
                .parameter("args", "[\"DELIMITER ','\", TERMINATOR UNIX]");
    }

    /** Another content of the object. */
    Workplace data(String content) {
        sandbox.s3().put(bucket, "data.csv", content);
        return this;
    }

    /** A field of the connection, in YAML, in the place of the one that is there. */
    Workplace connection(String field, Object value) throws IOException {
        connection.put(field, value);
        return write(CONNECTION, text("", connection));
    }

    /** A parameter of the job, in YAML, in the place of the one that is there. */
    Workplace parameter(String field, Object value) throws IOException {
        parameters.put(field, value);
        return write(
                "jobs/load.yaml",
                "job_id: load\ntype: db_from_s3\nenabled: true\nparameters:\n" + text("  ", parameters));
    }

    /** A file in the place of the connection's. */
    Workplace connectionFile(String name, String content) throws IOException {
        Files.delete(specs.resolve(CONNECTION));
        return write("connections/" + name, content);
    }

    LavaProgram lava() {
        Map<String, String> environment = new HashMap<>(sandbox.environment());
        environment.put("LAVA_SPECS", specs.toString());
        return LavaProgram.assembled().with(environment);
    }

    Ended run(Object... more) {
        return run(lava(), more);
    }

    Ended run(LavaProgram lava, Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "run";
        arguments[1] = "load";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return lava.run(arguments);
    }

    Database database() {
        return database;
    }

    DatabaseServer server() {
        return server;
    }

    String bucket() {
        return bucket;
    }

    String count() {
        return database.query("SELECT COUNT(*) FROM t").get(0).get(0);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Path specs() {
        return specs;
    }

    /** Of the SSM parameter with the password. */
    String parameterName() {
        return "/lava/dev/" + database.name();
    }

    /** Waits until so many clients sleep in its database: {@code SELECT SLEEP(…)}. */
    void awaitSleeping(int expected, Running run) {
        String sleeping =
                "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP%' AND db = '"
                        + database.name() + "'";
        while (!server.query(sleeping).equals(List.of(List.of(Integer.toString(expected))))) {
            assertTrue(run.process().isAlive() || expected == 0, () -> "nobody sleeps" + run.soFar());
            LockSupport.parkNanos(20_000_000);
        }
    }

    private Workplace write(String name, String content) throws IOException {
        Path file = specs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    private static String text(String indent, Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> indent + field.getKey() + ": " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
