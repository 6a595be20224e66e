package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DynamoDbServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Jobs whose specs are records of DynamoDB, in the shapes that lava's own tables have. */
@ExtendWith(SandboxExtension.class)
class DynamoDbTest {

    @TempDir
    private Path directory;

    private Sandbox sandbox;
    private DynamoDbServer server;
    private Database database;
    private String realm;
    private String bucket;
    private LavaProgram lava;

    @BeforeEach
    void aRealmWithADatabaseAndABucket(Sandbox shared) {
        sandbox = shared;
        server = shared.dynamodb();
        database = shared.mysql().newDatabase();
        bucket = shared.s3().newBucket();
        realm = database.name().replace("_", "-");
        server.createRealm(realm);
        shared.aws().putSecureString("/lava/" + realm + "/dwh", database.password());
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL)");
        shared.s3().put(bucket, "in/data.csv", "1,one\n2,two\n");
        Map<String, String> environment = new HashMap<>(shared.environment());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", server.endpoint().toString());
        lava = LavaProgram.assembled().with(environment);
    }

    @Test
    void aJobOfAnExistingRealmLoadsAFile() {
        realmRecord();
        connectionRecord("{\"N\": \"" + database.port() + "\"}", caFile().toString());
        jobRecord();

        Ended run = lava.run("run", "nightly/load", "--specs", "dynamodb:", "--realm", realm, "--json");

        assertEquals(0, run.status(), run.err());
        Map<?, ?> result = Json.object(run.out());
        assertEquals(List.of("done", realm, 2), List.of(result.get("status"), result.get("realm"), result.get("rows")));
        assertEquals(List.of(List.of("1", "one"), List.of("2", "two")), database.query("SELECT * FROM t ORDER BY id"));
    }

    @Test
    void theVariablesStandInForTheOptions() {
        realmRecord();
        connectionRecord("{\"N\": \"" + database.port() + "\"}", caFile().toString());
        jobRecord();

        Ended run = lava.with(Map.of("LAVA_SPECS", "dynamodb:", "LAVA_REALM", realm))
                .run("run", "nightly/load", "--param", "mode=delete");

        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("  rows     2\n"), run.out());
    }

    @Test
    void aPortAsTextAndAPathRelativeToTheCurrentDirectoryAreAsGood() {
        realmRecord();
        Path here = Path.of("").toAbsolutePath();
        connectionRecord(
                "{\"S\": \"" + database.port() + "\"}",
                here.relativize(caFile()).toString());
        jobRecord();

        Ended run = lava.run("run", "nightly/load", "--specs", "dynamodb:", "--realm", realm);

        assertEquals(0, run.status(), run.err());
    }

    @Test
    void aJobInAFileMayHaveItsConnectionThere() throws IOException {
        realmRecord();
        connectionRecord("{\"N\": \"" + database.port() + ".0\"}", caFile().toString());
        Path job = Files.writeString(
                directory.resolve("load.yaml"),
                """
                job_id: load
                type: db_from_s3
                enabled: true
                parameters: {db_conn_id: dwh, bucket: %s, key: in/data.csv, schema: %s, table: t, mode: append,
                             args: ["DELIMITER ','"]}
                """
                        .formatted(bucket, database.name()));

        Ended run = lava.run("run", job, "--specs", "dynamodb:", "--realm", realm);

        assertEquals(0, run.status(), run.err());
    }

    @Test
    void faultsAreToldByTableKeyAndField() {
        server.putItem(
                "lava." + realm + ".jobs",
                """
                {"job_id": {"S": "bad"}, "type": {"S": "db_from_s3"}, "enabled": {"N": "7"},
                 "parameters": {"M": {"mode": {"S": "apend"}, "db_conn_id": {"S": "dwh"}, "bucket": {"S": "b"},
                                      "key": {"S": "k"}, "schema": {"S": "s"}, "table": {"S": "t"}}}}""");

        Ended run = lava.run("run", "bad", "--specs", "dynamodb:", "--realm", realm);

        assertEquals(2, run.status(), run.err());
        String place = "  table 'lava." + realm + ".jobs', job_id 'bad': ";
        List<String> lines = run.err().lines().toList();
        assertEquals("lava: job 'bad' is not valid, 2 faults:", lines.get(0), run.err());
        assertTrue(run.err().contains("\n" + place + "/enabled: '7': expected "), run.err());
        assertTrue(run.err().contains("\n" + place + "/parameters/mode: 'apend': expected "), run.err());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals(
                "lava: job 'none': there is none in DynamoDB's tables 'lava." + realm
                        + ".*'; check its name, and where specs are looked for (--specs or LAVA_SPECS)\n",
                wrong("none", "--realm", realm));
        assertEquals(
                "lava: table 'lava.elsewhere.jobs': it does not exist;"
                        + " check the name of the realm, and the account and region in use\n",
                wrong("none", "--realm", "elsewhere"));
        assertEquals(
                "lava: job 'none': no realm is given: name one (--realm or LAVA_REALM);"
                        + " a directory of specs may name its own in a realm file\n",
                wrong("none"));
        jobRecord();
        assertEquals(
                "lava: realm '" + realm + "': there is none in table 'lava.realms';"
                        + " check its name, and the account and region in use\n",
                wrong("nightly/load", "--realm", realm));
    }

    @Test
    void aDirectoryOfSpecsLoadsNothingOfDynamoDb() throws IOException {
        realmRecord();
        connectionRecord("{\"N\": \"" + database.port() + "\"}", caFile().toString());
        jobRecord();
        Workplace place = Workplace.withParameter(sandbox, sandbox.mysql(), directory.resolve("specs"))
                .job("append", "1,one\n");

        Path log = directory.resolve("classes.log");
        String ofStore =
                lava.loadedBy(log, "run", "nightly/load", "--specs", "dynamodb:", "--realm", realm, "--dry-run");
        String ofDirectory = place.lava().loadedBy(log, "run", "load", "--dry-run");

        assertTrue(ofStore.contains(" software.amazon.awssdk.services.dynamodb."), "it is not in the log");
        assertTrue(ofDirectory.contains(" software.amazon.awssdk.services.ssm."), "the log is none");
        assertFalse(ofDirectory.toLowerCase(Locale.ROOT).contains("dynamodb"), "classes of DynamoDB are loaded");
    }

    private String wrong(String job, String... more) {
        Object[] arguments = new Object[more.length + 4];
        System.arraycopy(new Object[] {"run", job, "--specs", "dynamodb:"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        Ended run = lava.run(arguments);
        assertEquals(2, run.status(), run.err());
        return run.err();
    }

    private Path caFile() {
        return sandbox.mysql().caFile();
    }

    private void realmRecord() {
        server.putItem(
                "lava.realms",
                """
                {"realm": {"S": "%s"}, "s3_payloads": {"S": "s3://lava/payloads"}, "s3_temp": {"S": "s3://lava/tmp"},
                 "s3_key": {"S": "alias/lava-sys"}, "config": {"M": {"LOGLEVEL": {"S": "debug"}, "TRIES": {"N": "3"}}},
                 "on_fail": {"L": [{"M": {"action": {"S": "sns"}, "topic": {"S": "arn:x"}}}]},
                 "on_success": {"L": []}, "on_retry": {"NULL": true}, "X-cost-centre": {"N": "1E+3"},
                 "docker": {"S": "registry"}, "cw_metrics": {"BOOL": true}}"""
                        .formatted(realm));
    }

    private void connectionRecord(String port, String caFile) {
        server.putItem(
                "lava." + realm + ".connections",
                """
                {"conn_id": {"S": "dwh"}, "type": {"S": "mysql"}, "enabled": {"BOOL": true}, "description": {"S": ""},
                 "host": {"S": "%s"}, "port": %s, "database": {"S": "%s"}, "user": {"S": "%s"},
                 "password": {"S": "/lava/%s/dwh"}, "ssl": {"S": "true"}, "ca_cert": {"S": "%s"},
                 "subtype": {"S": "pymysql"}, "secret_id": {"NULL": true}, "x-note": {"B": "AAEC"}}"""
                        .formatted(database.host(), port, database.name(), database.user(), realm, caFile));
    }

    private void jobRecord() {
        server.putItem(
                "lava." + realm + ".jobs",
                """
                {"job_id": {"S": "nightly/load"}, "type": {"S": "db_from_s3"}, "enabled": {"BOOL": true},
                 "payload": {"S": "--"}, "worker": {"S": "core"}, "dispatcher": {"S": "Sydney"},
                 "schedule": {"L": [{"M": {"crontab": {"S": "0 3 * * *"}, "from": {"S": "2026-01-01"}}}]},
                 "max_tries": {"N": "2"}, "state": {"NULL": true}, "iteration_limit": {"N": "1"}, "iteration_delay": {"S": "5m"},
                 "cw_metrics": {"BOOL": false}, "event_log": {"S": "x"}, "on_retry": {"L": []},
                 "on_success": {"L": [{"M": {"action": {"S": "dispatch"}, "job_id": {"S": "next"}}}]},
                 "on_fail": {"L": [{"M": {"action": {"S": "email"}, "to": {"SS": ["a@example.com"]}}}]},
                 "owner": {"S": "data"}, "globals": {"M": {"folder": {"S": "in"}}}, "X-tags": {"SS": ["a", "b"]},
                 "parameters": {"M": {"db_conn_id": {"S": "dwh"}, "bucket": {"S": "%s"},
                     "key": {"S": "{{ globals.folder }}/data.csv"}, "schema": {"S": "%s"}, "table": {"S": "t"},
                     "mode": {"S": "append"}, "min_size": {"N": "1"}, "skip_missing": {"BOOL": false},
                     "args": {"L": [{"S": "DELIMITER ','"}, {"S": "TERMINATOR UNIX"}]}}}}"""
                        .formatted(bucket, database.name()));
    }
}
