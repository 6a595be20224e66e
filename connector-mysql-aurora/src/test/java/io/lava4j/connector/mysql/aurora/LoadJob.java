package io.lava4j.connector.mysql.aurora;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import io.lava4j.core.store.SpecStore;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A job of type db_from_s3 in a database and a bucket of its own, as its spec says it. */
final class LoadJob {

    private static final JsonMapper MAPPER = new JsonMapper();

    final Database database;
    final String bucket;

    private final Sandbox sandbox;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String type = "mysql-aurora";

    private LoadJob(Sandbox sandbox, Database database) {
        this.sandbox = sandbox;
        this.database = database;
        this.bucket = sandbox.s3().newBucket();
        with("db_conn_id", "dwh")
                .with("bucket", bucket)
                .with("key", "data/")
                .with("schema", database.name())
                .with("table", "t")
                .with("mode", "append")
                .args("PREFIX", "DELIMITER ','");
    }

    /** Into a database of the Aurora stand-in, by a user who may do all that a load takes. */
    static LoadJob onAurora(Sandbox sandbox) {
        LoadJob job = onAuroraWithoutRights(sandbox);
        sandbox.aurora()
                .behind()
                .execute(
                        "GRANT AWS_LOAD_S3_ACCESS TO " + job.database.user(),
                        "GRANT SELECT ON mysql.aurora_s3_load_history TO " + job.database.user());
        return job;
    }

    /** By a user who has rights on that database alone. */
    static LoadJob onAuroraWithoutRights(Sandbox sandbox) {
        return new LoadJob(sandbox, sandbox.aurora().newDatabase());
    }

    /** Into a database that is not Aurora. */
    static LoadJob on(Sandbox sandbox, Database database) {
        return new LoadJob(sandbox, database);
    }

    /** The same database with a case's bucket and job. */
    LoadJob again(PathCase given) {
        LoadJob job = new LoadJob(sandbox, database);
        given.objects.forEach(job::put);
        given.parameters.forEach(job::with);
        List<String> args = new ArrayList<>(given.args);
        args.add("PREFIX");
        return job.with("args", args);
    }

    LoadJob type(String name) {
        type = name;
        return this;
    }

    LoadJob with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    LoadJob args(String... args) {
        return with("args", List.of(args));
    }

    LoadJob put(String key, byte[] content) {
        sandbox.s3().put(bucket, key, content);
        return this;
    }

    LoadJob put(String key, String content) {
        sandbox.s3().put(bucket, key, content);
        return this;
    }

    LoadJob create(String columns) {
        database.execute("CREATE TABLE t (" + columns + ")");
        return this;
    }

    JobResult run(String path) {
        return run(JobRequest.job("load"), path);
    }

    JobResult dryRun(String path) {
        return run(JobRequest.job("load").dry(), path);
    }

    List<List<String>> rows(String query) {
        return database.query(query);
    }

    /** Rows in the table. */
    int count() {
        return Integer.parseInt(rows("SELECT COUNT(*) FROM t").get(0).get(0));
    }

    String uri(String key) {
        return "s3://" + bucket + "/" + key;
    }

    private JobResult run(JobRequest request, String path) {
        parameters.put("load_path", path);
        try (SandboxObjects objects = SandboxObjects.of(sandbox);
                Lava lava = Lava.builder()
                        .realm("dev")
                        .specs(new Specs(Map.of("conn_id", "dwh", "type", type), this))
                        .secrets(new Password(database.password()))
                        .objects(objects.store())
                        .build()) {
            return lava.run(request);
        }
    }

    /** The error of a job that failed. */
    static String error(JobResult result) {
        return String.valueOf(result.fields().get("error"));
    }

    /** The events of a job. */
    static List<?> events(JobResult result) {
        return (List<?>) result.fields().get("events");
    }

    private record Specs(Map<String, Object> names, LoadJob job) implements SpecStore {

        @Override
        public Optional<Document> connection(String realm, String connId) {
            Map<String, Object> spec = new LinkedHashMap<>(names);
            spec.put("enabled", true);
            spec.put("host", job.database.host());
            spec.put("port", job.database.port());
            spec.put("database", job.database.name());
            spec.put("user", job.database.user());
            spec.put("password", "/lava/dev/dwh");
            return document("connection", spec);
        }

        @Override
        public Optional<Document> job(String realm, String jobId) {
            return document(
                    "job",
                    Map.of("job_id", jobId, "type", "db_from_s3", "enabled", true, "parameters", job.parameters));
        }

        @Override
        public Optional<Document> realm(String name) {
            return document("realm", Map.of("realm", name));
        }

        private static Optional<Document> document(String name, Map<String, Object> fields) {
            return Optional.of(new Document(name, Path.of(""), Format.JSON, MAPPER.writeValueAsString(fields)));
        }

        @Override
        public String description(String realm) {
            return "a test";
        }

        @Override
        public void close() {}
    }

    private record Password(String text) implements SecretStore {

        @Override
        public Parameter parameter(String name) {
            return new Parameter(new Secret(text), true);
        }

        @Override
        public Secret document(String id) {
            throw new UnsupportedOperationException("no spec names a secret");
        }

        @Override
        public void close() {}
    }
}
