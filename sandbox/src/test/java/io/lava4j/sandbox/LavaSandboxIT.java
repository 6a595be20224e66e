package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The packaged program as people start it, and what is left of it however it ends. */
@Execution(ExecutionMode.CONCURRENT)
class LavaSandboxIT {
    private static final long LIMIT_SECONDS = 300;

    @TempDir
    private Path folder;

    private LavaSandbox up;
    private Map<String, String> exports;
    private List<ProcessHandle> children;
    private Path sandbox;

    private void start(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("up", "--dir", folder.toString()));
        arguments.addAll(List.of(more));
        up = LavaSandbox.start(Map.of(), errors(), arguments.toArray(String[]::new));
        exports = up.exports();
        children = up.process().descendants().toList();
        sandbox = Path.of(exports.get("AWS_CONFIG_FILE")).getParent();
    }

    @AfterEach
    void end() {
        up.process().destroyForcibly();
    }

    @Test
    void upServesTheOtherCommandsUntilASignal() throws Exception {
        start();
        assertEquals(5, children.size(), "MySQL, twice, MariaDB, S3 and the watcher run: " + children);
        theFileHoldsTheSameLinesForItsOwnerAlone();
        assertEquals("dev", exports.get("LAVA_REALM"), "the realm of the secrets is what lava takes");
        sqlPrintsRowsOfEachServer();
        putPutsAFile();
        auroraLoadsFromS3UntilAFaultIsSwitched();

        up.process().destroy();

        assertTrue(up.process().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "up goes on after SIGTERM");
        assertEquals(143, up.process().exitValue());
        assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
        assertFalse(Files.exists(sandbox), "the folder is left");
        assertFalse(Files.exists(folder.resolve("env.sh")), "env.sh is left");
        String errors = Files.readString(errors());
        assertTrue(errors.endsWith("lava-sandbox: stopped, nothing is left running\n"), errors);
    }

    @Test
    void dynamoDbHasARealmWithConnectionsAndAJobWhenItIsAskedFor() throws Exception {
        start("--dynamodb");

        assertEquals(6, children.size(), "DynamoDB runs too: " + children);
        String job = record("lava.dev.jobs", "job_id", "hello");
        assertTrue(job.contains("\"db_conn_id\":{\"S\":\"mysql\"}"), job);
        assertTrue(record("lava.realms", "realm", "dev").contains("\"dev\""));
        for (String connection : List.of("mysql", "mariadb", "aurora")) {
            String spec = record("lava.dev.connections", "conn_id", connection);
            assertTrue(spec.contains("\"enabled\":{\"BOOL\":true}"), spec);
        }
        String errors = Files.readString(errors());
        assertTrue(errors.contains(", with a job: lava run hello --specs dynamodb:\n"), errors);
    }

    @Test
    void nothingIsLeftWhenUpIsKilled() throws Exception {
        start("--dynamodb");
        up.process().destroyForcibly();

        for (ProcessHandle child : children) {
            child.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        assertFalse(Files.exists(sandbox), "the folder is left");
    }

    private void theFileHoldsTheSameLinesForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("env.sh");
        assertEquals(new Exports(exports).lines().lines().sorted().toList(), sortedLines(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private void sqlPrintsRowsOfEachServer() throws IOException {
        String query = "SELECT database(), NULL UNION SELECT 'a b', 2";

        for (String server : List.of("mysql", "mariadb", "aurora")) {
            var sql = LavaSandbox.start(exports, folder.resolve("sql.err"), "sql", server, query);

            assertEquals("lava\tNULL\na b\t2", sql.output(), Files.readString(folder.resolve("sql.err")));
        }
    }

    private void putPutsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file.csv"), "1,2\n");

        var put = LavaSandbox.start(
                exports, folder.resolve("put.err"), "put", file.toString(), "s3://lava-demo/in/file.csv");

        assertEquals(0, put.process().waitFor(), Files.readString(folder.resolve("put.err")));
        URI object = URI.create(exports.get("AWS_ENDPOINT_URL_S3") + "/lava-demo/in/file.csv");
        var response =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(object).build(), BodyHandlers.ofString());
        assertEquals("1,2\n", response.body());
    }

    private void auroraLoadsFromS3UntilAFaultIsSwitched() throws Exception {
        String load = "LOAD DATA FROM S3 's3://lava-demo/in/file.csv' INTO TABLE t FIELDS TERMINATED BY ','";

        aurora("CREATE TABLE t (a INT, b INT)");
        aurora(load);
        assertEquals("1\t2\tin/file.csv", aurora("SELECT a, b, file_name FROM t, mysql.aurora_s3_load_history"));
        aurora("UPDATE aurora_stand_in.settings SET value = 'network connection' WHERE name = 's3_route'");
        aurora(load);
        assertEquals(
                "lava-sandbox: A query of the sandbox's failed: S3 API returned error: Network Connection\n",
                Files.readString(folder.resolve("sql.err")));
    }

    private String record(String table, String key, String id) throws Exception {
        URI endpoint = URI.create(exports.get("AWS_ENDPOINT_URL_DYNAMODB"));
        var request = HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", "DynamoDB_20120810.GetItem")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("Authorization", AwsEnvironment.UNCHECKED_SIGNATURE)
                .POST(BodyPublishers.ofString(
                        "{\"TableName\": \"%s\", \"Key\": {\"%s\": {\"S\": \"%s\"}}}".formatted(table, key, id)));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    private String aurora(String sql) throws IOException {
        return LavaSandbox.start(exports, folder.resolve("sql.err"), "sql", "aurora", sql)
                .output();
    }

    private Path errors() {
        return folder.resolve("up.err");
    }

    private static List<String> sortedLines(Path file) throws IOException {
        return Files.readAllLines(file).stream().sorted().toList();
    }
}
