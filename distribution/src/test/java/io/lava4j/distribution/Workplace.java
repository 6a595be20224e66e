package io.lava4j.distribution;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A directory of specs with one connection, one job and one table, in a database and a bucket of their own. */
final class Workplace {

    private final Sandbox sandbox;
    private final DatabaseServer server;
    private final Database database;
    private final Path specs;
    private final String bucket;

    private Workplace(Sandbox sandbox, DatabaseServer server, Path specs) throws IOException {
        this.sandbox = sandbox;
        this.server = server;
        this.database = server.newDatabase();
        this.specs = specs;
        this.bucket = sandbox.s3().newBucket();
        write("realm.yaml", "realm: dev\n");
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL)");
    }

    /** With a connection that has its password in SSM. */
    static Workplace withParameter(Sandbox sandbox, DatabaseServer server, Path specs) throws IOException {
        Workplace place = new Workplace(sandbox, server, specs);
        Database database = place.database;
        String parameter = "/lava/dev/" + database.name();
        sandbox.aws().putSecureString(parameter, database.password());
        place.write(
                "connections/dwh.yaml",
                """
                conn_id: dwh
                type: mysql
                enabled: true
                host: %s
                port: %d
                database: %s
                user: %s
                password: %s
                ssl: true
                ca_cert: %s
                """
                        .formatted(
                                database.host(),
                                database.port(),
                                database.name(),
                                database.user(),
                                parameter,
                                server.caFile()));
        return place;
    }

    /** With a connection that has everything in a secret. */
    static Workplace withSecret(Sandbox sandbox, DatabaseServer server, Path specs) throws IOException {
        Workplace place = new Workplace(sandbox, server, specs);
        Database database = place.database;
        sandbox.aws()
                .putSecret(
                        database.name(),
                        """
                        {"username": "%s", "password": "%s", "host": "%s", "port": %d, "dbname": "%s"}"""
                                .formatted(
                                        database.user(),
                                        database.password(),
                                        database.host(),
                                        database.port(),
                                        database.name()));
        place.write(
                "connections/dwh.yaml",
                """
                conn_id: dwh
                type: mariadb
                enabled: true
                secret_id: %s
                ssl: true
                ca_cert: %s
                """
                        .formatted(database.name(), server.caFile()));
        return place;
    }

    /** The job {@code load}, of the object {@code data.csv} with this content. */
    Workplace job(String mode, String content) throws IOException {
        sandbox.s3().put(bucket, "data.csv", content);
        write(
                "jobs/load.yaml",
                """
                job_id: load
                type: db_from_s3
                enabled: true
                parameters:
                  db_conn_id: dwh
                  bucket: %s
                  key: data.csv
                  schema: %s
                  table: t
                  mode: %s
                  args: ["DELIMITER ','", "TERMINATOR UNIX"]
                """
                        .formatted(bucket, database.name(), mode));
        return this;
    }

    LavaProgram lava() {
        Map<String, String> environment = new HashMap<>(sandbox.environment());
        environment.put("LAVA_SPECS", specs.toString());
        return LavaProgram.assembled().with(environment);
    }

    Ended run(Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "run";
        arguments[1] = "load";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return lava().run(arguments);
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

    private void write(String name, String content) throws IOException {
        Path file = specs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
