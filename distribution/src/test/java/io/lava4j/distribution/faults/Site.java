package io.lava4j.distribution.faults;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where one trial happens: a database, its user, a bucket, and a directory of specs with one job. */
final class Site {

    private static final String KEY = "data.csv";
    private static final String PASSWORD = "secret";
    private static final String COLUMNS = "id INT PRIMARY KEY, name VARCHAR(60) NOT NULL";

    private final Served served;
    private final Way way;
    private final S3Server s3;
    private final SpecFolder specs;
    private final Database database;
    private final String user;
    private final String bucket;
    private final Map<String, String> limits = new LinkedHashMap<>();

    Site(Served served, Way way, S3Server s3, Path folder) {
        this.served = served;
        this.way = way;
        this.s3 = s3;
        this.database = served.server().newDatabase();
        this.user = "plain" + database.name();
        this.bucket = s3.newBucket();
        this.specs = new SpecFolder(folder.resolve(database.name()));
        furnish();
    }

    Served served() {
        return served;
    }

    Way way() {
        return way;
    }

    String bucket() {
        return bucket;
    }

    String user() {
        return user;
    }

    String schema() {
        return database.name();
    }

    Path specs() {
        return specs.path();
    }

    boolean isReadByServer() {
        return served.ground() == Ground.AURORA;
    }

    /** A further field of the connection. */
    Site limited(String field, String value) {
        limits.put(field, value);
        return this;
    }

    /** Writes the connection by this port. */
    Site dialling(int port) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "conn_id",
                "dwh",
                "type",
                served.ground().type,
                "enabled",
                "true",
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "database",
                database.name(),
                "user",
                user,
                "password",
                "/lava/dev/dwh"));
        fields.putAll(limits);
        specs.write("connections/dwh.yaml", fields);
        return this;
    }

    JobResult run(int port) {
        dialling(port);
        try (Lava lava = Lava.builder().specs(specs.path()).realm("dev").build()) {
            return lava.run(JobRequest.job("load"));
        }
    }

    /** The tables that are there, and what they hold. */
    Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        for (List<String> row : served.query("SELECT table_name FROM information_schema.tables WHERE table_schema = '"
                + database.name() + "' AND table_name NOT IN ('lava_runs', 'filler')")) {
            String table = row.get(0);
            String question = Content.question("`" + database.name() + "`.`" + table + "`");
            tables.put(
                    table,
                    table.contains("lava")
                            ? "LEFT OVER"
                            : Content.of(served.query(question).get(0)));
        }
        return tables;
    }

    /** Whether nobody holds the target's lock. */
    boolean isUnlocked() {
        String name = "CONCAT('lava:', LEFT(SHA2('" + database.name() + ".t', 256), 40))";
        return served.query("SELECT IS_FREE_LOCK(" + name + ")").get(0).get(0).equals("1");
    }

    /** What sessions of the job's user are doing. */
    List<List<String>> sessions() {
        return served.query("SELECT id, command, COALESCE(state, ''), COALESCE(LEFT(info, 60), '')"
                + " FROM information_schema.processlist WHERE user = '" + user + "'");
    }

    void replaceObject() {
        s3.put(bucket, KEY, Content.object() + "999999,of another version\n");
    }

    void restoreObject() {
        s3.put(bucket, KEY, Content.object());
    }

    void deleteObject() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(s3.endpoint() + "/" + bucket + "/" + KEY))
                .DELETE()
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** What cannot be cleared goes with the server. */
    void clear() {
        try {
            served.execute(
                    "DROP DATABASE `" + database.name() + "`", "DROP USER " + user, "DROP USER " + database.user());
        } catch (IllegalStateException refused) {
            // Nobody uses it any more.
        }
    }

    private void furnish() {
        String name = database.name();
        served.execute(
                "CREATE USER " + user + " IDENTIFIED WITH mysql_native_password"
                        + (served.ground() == Ground.MARIADB
                                ? " USING PASSWORD('" + PASSWORD + "')"
                                : " BY '" + PASSWORD + "'"),
                "GRANT ALL ON " + name + ".* TO " + user,
                "CREATE TABLE " + name + ".lava_runs (run_id VARCHAR(64) NOT NULL PRIMARY KEY,"
                        + " written TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY (written))");
        if (isReadByServer()) {
            served.execute(
                    "GRANT AWS_LOAD_S3_ACCESS TO " + user, "GRANT SELECT ON mysql.aurora_s3_load_history TO " + user);
        }
        way.before.forEach((table, content) -> served.execute(
                "CREATE TABLE " + name + "." + table + " (" + COLUMNS + ")", content.fill(name + "." + table)));
        restoreObject();
        specs.write("realm.yaml", Map.of("realm", "dev"));
        specs.write("secrets/lava/dev/dwh", PASSWORD);
        specs.write("jobs/load.yaml", "job_id: load\ntype: db_from_s3\nenabled: true\nparameters:\n", parameters());
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("db_conn_id", "dwh");
        parameters.put("bucket", bucket);
        parameters.put("key", KEY);
        parameters.put("schema", database.name());
        parameters.put("table", "t");
        parameters.put("mode", way.mode);
        parameters.put("load_path", served.ground().path);
        parameters.put("args", "[\"DELIMITER ','\"]");
        parameters.put("columns", "['id INT PRIMARY KEY', 'name VARCHAR(60) NOT NULL']");
        return parameters;
    }
}
