package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobResult;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs on the Aurora stand-in, which reads the sandbox's S3 itself. */
@ExtendWith(SandboxExtension.class)
class ServerLoadTest {

    private static final String COLUMNS = "id INT PRIMARY KEY, name VARCHAR(20)";
    private static final String ARN = "arn:aws:iam::000000000000:role/sandbox-s3";
    private static final String MAY_READ =
            "read the object; allow it s3:GetObject on the object, s3:ListBucket on the bucket"
                    + " and, where a KMS key encrypts the object, kms:Decrypt on that key (Aurora MySQL 3.05 or later), and see that"
                    + " the policies of bucket and key do not deny it; or set load_path to client";

    @Test
    void theServerReadsTheObjectsAndTheResultSaysWhy(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS);
        job.put("data/a.csv", "1,one\n2,two\n").put("data/b.csv", "3,three\n");

        JobResult result = job.run("auto");

        assertEquals(
                List.of(
                        "prefix '" + job.uri("data/") + "': 2 objects found, 20 bytes",
                        "load path server: the server can, after SET ROLE ALL",
                        "statement: " + statement(job, "data/a.csv"),
                        "statement: " + statement(job, "data/b.csv"),
                        "3 rows loaded into '" + job.database.name() + ".t'; skipped 0, deleted 0, warnings 0"),
                LoadJob.events(result));
        assertEquals("server", result.fields().get("load_path"));
        assertEquals(3, job.count());
    }

    @Test
    void aFileIsOneStatement(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox)
                .create(COLUMNS)
                .with("key", "data/a.csv")
                .args("DELIMITER ','");
        job.put("data/a.csv", "1,one\n").put("data/a.csv.old", "2,two\n");

        assertEquals(
                List.of(statement(job, "data/a.csv")),
                job.dryRun("server").fields().get("statements"));
        assertEquals("null", LoadJob.error(job.run("server")));
        assertEquals(1, job.count());
    }

    /** Aurora itself forbids what Redshift writes into a manifest, and would read a manifest anew. */
    @Test
    void aManifestIsLoadedObjectByObjectWhateverElseItHolds(Sandbox sandbox) {
        LoadJob job =
                LoadJob.onAurora(sandbox).create(COLUMNS).with("key", "m.json").args("MANIFEST", "DELIMITER ','");
        job.put("b.csv", "1,one\n")
                .put("a.csv", "2,two\n")
                .put(
                        "m.json",
                        """
                {"entries": [
                  {"url": "s3://%1$s/b.csv", "mandatory": true, "meta": {"content_length": 6}},
                  {"url": "s3://%1$s/missing.csv"},
                  {"url": "s3-us-east-1://%1$s/a.csv", "mandatory": false}]}"""
                                .formatted(job.bucket));

        JobResult result = job.run("server");

        assertEquals("null", LoadJob.error(result));
        assertEquals(
                List.of("statement: " + statement(job, "b.csv"), "statement: " + statement(job, "a.csv")),
                LoadJob.events(result).stream()
                        .filter(event -> String.valueOf(event).startsWith("statement"))
                        .toList());
        assertEquals(2, job.count());
        assertEquals(2, history(sandbox, job).size());
    }

    @Test
    void aDryRunShowsTheExactStatementsAndLoadsNothing(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS).with("mode", "delete");
        job.put("data/it's.csv", "1,one\n");

        JobResult result = job.dryRun("server");

        assertEquals(
                List.of("DELETE FROM `" + job.database.name() + "`.`t`", statement(job, "data/it''s.csv")),
                result.fields().get("statements"));
        assertEquals("the job asks for it, after SET ROLE ALL", result.fields().get("load_path_reason"));
        assertEquals(0, job.count());
        assertEquals(List.of(), history(sandbox, job));
    }

    @Test
    void aRoleThatIsActiveIsNotActivatedAgain(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS);
        sandbox.aurora().behind().execute("SET DEFAULT ROLE ALL TO " + job.database.user());

        JobResult result = job.put("data/a.csv", "1,one\n").run("auto");

        assertTrue(LoadJob.events(result).contains("load path server: the server can"), result.toJson());
        assertEquals(1, job.count());
    }

    @Test
    void withoutTheRoleTheClientReadsOrTheGrantIsNamed(Sandbox sandbox) {
        LoadJob job = LoadJob.onAuroraWithoutRights(sandbox).create(COLUMNS).put("data/a.csv", "1,one\n");
        String user = "'" + job.database.user() + "'@'%'";
        String reason = "user " + user + " lacks the role AWS_LOAD_S3_ACCESS; GRANT AWS_LOAD_S3_ACCESS TO " + user;

        assertEquals("load_path 'server': " + reason + "; or use client or auto", LoadJob.error(job.run("server")));
        assertEquals(0, job.count());
        assertTrue(LoadJob.events(job.run("auto")).contains("load path client: " + reason));
        assertEquals(1, job.count());
    }

    @Test
    void withoutTheClustersRoleTheClientReadsOrTheParameterIsNamed(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS).put("data/a.csv", "1,one\n");
        String reason =
                "the cluster has no role to read S3 with; set its cluster parameter aws_default_s3_role to the ARN of"
                        + " an IAM role that may read the bucket, and associate that role with the cluster";

        with(sandbox, "aws_default_s3_role", "", () -> {
            assertEquals("load_path 'server': " + reason + "; or use client or auto", LoadJob.error(job.run("server")));
            assertTrue(LoadJob.events(job.run("auto")).contains("load path client: " + reason));
        });
        assertEquals(1, job.count());
    }

    @Test
    void whereTheServerIsNotAuroraTheClientReads(Sandbox sandbox) {
        List.of(
                        LoadJob.on(sandbox, sandbox.mysql().newDatabase()).type("mysql-rds"),
                        LoadJob.on(sandbox, sandbox.mariadb().newDatabase()).type("mariadb-rds"))
                .forEach(job -> {
                    job.create(COLUMNS).put("data/a.csv", "1,one\n");
                    String reason =
                            "the server is not Aurora MySQL, as it has no aurora_version(), and cannot load from S3"
                                    + " by itself";

                    assertEquals(
                            "load_path 'server': " + reason + "; or use client or auto",
                            LoadJob.error(job.run("server")));
                    assertTrue(LoadJob.events(job.run("auto")).contains("load path client: " + reason));
                    assertEquals(1, job.count());
                });
    }

    @Test
    void compressedDataGoesThroughTheClient(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS).args("PREFIX", "DELIMITER ','", "GZIP");
        String reason = "the data is compressed, and no server unpacks it";

        job.put("data/a.csv.gz", Gzip.of("1,one\n"));

        assertEquals("load_path 'server': " + reason + "; or use client or auto", LoadJob.error(job.run("server")));
        assertTrue(LoadJob.events(job.run("auto")).contains("load path client: " + reason));
        assertEquals(1, job.count());
    }

    @Test
    void anObjectWithoutItsLastTerminatorGoesThroughTheClient(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS);
        job.put("data/a.csv", "1,one\n").put("data/b.csv", "2,two");
        String reason =
                "object '" + job.uri("data/b.csv") + "' does not end in the TERMINATOR '\\n', and the server would"
                        + " drop in silence what its last row has too much; the client path adds what is missing";

        assertEquals("load_path 'server': " + reason + "; or use client or auto", LoadJob.error(job.run("server")));
        assertTrue(LoadJob.events(job.run("auto")).contains("load path client: " + reason));
        assertEquals(2, job.count());
    }

    @Test
    void anObjectThatEndsWithinACharacterGoesThroughTheClientWhichRefusesIt(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS);
        job.put("data/a.csv", "1,one\n").put("data/b.csv", "2,tw\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        String reason = "object '" + job.uri("data/b.csv") + "' ends within a character, which the server would drop"
                + " without a word: its last row ends in a byte that begins a longer one; mend the file, or check"
                + " ENCODING";

        assertEquals("load_path 'server': " + reason + "; or use client or auto", LoadJob.error(job.run("server")));
        String refused = LoadJob.error(job.run("auto"));
        assertTrue(refused.contains(reason), refused);
        assertEquals(0, job.count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "associated_roles | '' | the IAM role that the cluster parameter aws_default_s3_role names, '" + ARN
                        + "', is not associated with the cluster, or does not trust rds.amazonaws.com; aws rds"
                        + " add-role-to-db-cluster --db-cluster-identifier CLUSTER --role-arn " + ARN
                        + "; or set load_path to client | S3 API returned error: Missing Credentials: Cannot instantiate S3 Client (error %d)",
                "s3_route | network connection | the cluster has no way through the network to S3; give its subnets a gateway"
                        + " endpoint for S3 (com.amazonaws.REGION.s3) or a NAT gateway, and let its security group out on"
                        + " port 443; or set load_path to client | S3 API returned error: Network Connection (error %d)",
                "s3_access | access denied | S3 does not let the cluster's IAM role '" + ARN + "' " + MAY_READ
                        + " | S3 API returned error: Access Denied:Access Denied (error %d)",
                "s3_access | forbidden | S3 does not let the cluster's IAM role '" + ARN + "' " + MAY_READ
                        + " | S3 API returned error: Forbidden:No response body. (error %d)",
                "s3_route | s3stream | the cluster has no way through the network to S3; give its subnets a gateway"
                        + " endpoint for S3 (com.amazonaws.REGION.s3) or a NAT gateway, and let its security group out on"
                        + " port 443; or set load_path to client | Internal error: Unable to initialize S3Stream (error 1815)"
            },
            quoteCharacter = '^')
    void whatOnlyTheLoadShowsIsNamedWithWhatMendsIt(
            String setting, String value, String missing, String words, Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS).with("mode", "delete");
        job.put("data/a.csv", "1,one\n").database.execute("INSERT INTO t VALUES (0, 'old')");

        for (int number : List.of(63985, 1871)) {
            with(
                    sandbox,
                    "s3_error_number",
                    String.valueOf(number),
                    () -> with(
                            sandbox,
                            setting,
                            value.equals("''") ? "" : value,
                            () -> assertEquals(
                                    "object '" + job.uri("data/a.csv") + "': " + missing + "; the server says: "
                                            + words.formatted(number) + "; nothing was loaded, table '"
                                            + job.database.name()
                                            + ".t' is as it was",
                                    LoadJob.error(job.run("auto")))));
        }
        assertEquals(List.of(List.of("0", "old")), job.rows("SELECT * FROM t"));
    }

    @Test
    void whereTheServerTakesNoLocalDataItReadsS3AllTheSame(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS).put("data/a.csv", "1,one\n");
        sandbox.aurora().behind().execute("SET GLOBAL local_infile = OFF");
        try {
            assertEquals("null", LoadJob.error(job.run("auto")));
            assertEquals(1, job.count());
        } finally {
            sandbox.aurora().behind().execute("SET GLOBAL local_infile = ON");
        }
    }

    @Test
    void theRehearsalFindsFaultsBeforeAnythingIsChanged(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS).put("data/a.csv", "1,one\n");

        String error = LoadJob.error(
                job.args("PREFIX", "DELIMITER ','", "PARTITION (p9)").dryRun("server"));

        assertTrue(error.endsWith("PARTITION () clause on non partitioned table (error 1747)"), error);
    }

    @Test
    void anObjectThatWasNotRecordedWithAllItsBytesFailsTheLoad(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS).put("data/a.csv", "1,one\n");

        withHistory(sandbox, "SET NEW.bytes_loaded = NEW.bytes_loaded - 1", () -> {
            // What was recorded of an earlier load is none of this one.
            sandbox.aurora()
                    .behind()
                    .execute("INSERT INTO aurora_stand_in.kept VALUES ('s3-us-east-1://" + job.bucket
                            + "/data/a.csv', 'a', '', 7, NOW() - INTERVAL 1 HOUR)");
            assertEquals(
                    "object '" + job.uri("data/a.csv") + "' has 6 bytes, and by mysql.aurora_s3_load_history"
                            + " the server has read 5; it may have been replaced meanwhile: run the job again; nothing was"
                            + " loaded, table '" + job.database.name() + ".t' is as it was",
                    LoadJob.error(job.run("auto")));
        });
        assertEquals(0, job.count());
    }

    @Test
    void anObjectThatWasNotRecordedSinceTheLoadBeganFailsTheLoad(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS).put("data/a.csv", "1,one\n");

        withHistory(
                sandbox,
                "SET NEW.load_timestamp = NOW() - INTERVAL 1 HOUR",
                () -> assertEquals(
                        "object '" + job.uri("data/a.csv")
                                + "' is not in mysql.aurora_s3_load_history, so the server has not read"
                                + " it; run the job again; nothing was loaded, table '" + job.database.name()
                                + ".t' is as it was",
                        LoadJob.error(job.run("auto"))));
        assertEquals(0, job.count());
    }

    @Test
    void aHistoryThatMayNotBeReadIsToldOnceAndFailsNothing(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS);
        job.put("data/a.csv", "1,one\n").put("data/b.csv", "2,two\n");
        String user = job.database.user();
        sandbox.aurora().behind().execute("REVOKE SELECT ON mysql.aurora_s3_load_history FROM " + user);

        JobResult result = job.run("auto");

        assertEquals(
                List.of("the server's own record of what it has read cannot be looked at: GRANT SELECT ON"
                        + " mysql.aurora_s3_load_history TO '" + user
                        + "'@'%'; the server says: SELECT command denied to"
                        + " user '" + user + "'@'localhost' for table 'aurora_s3_load_history' (error 1142)"),
                LoadJob.events(result).stream()
                        .filter(event -> String.valueOf(event).contains("record"))
                        .toList());
        assertEquals(2, job.count());
    }

    /** Aurora would go on to the statement's end, with the table's lock held. */
    @Timeout(300)
    @Test
    void anInterruptedLoadIsEndedAtTheServerAndTheNextOneNeedNotWait(Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox).create(COLUMNS).put("data/a.csv", "1,one\n");
        // By the load's own user: one who works in another's name is not theirs to end.
        job.database.execute("CREATE TRIGGER busy BEFORE INSERT ON t FOR EACH ROW SET @spent ="
                + " BENCHMARK(1000000000000, SHA2('x', 512))");
        Thread caller = Thread.currentThread();
        new Thread(() -> {
                    // The test's own time limit bounds it.
                    while (busy(sandbox, job).isEmpty()) {
                        Thread.onSpinWait();
                    }
                    caller.interrupt();
                })
                .start();

        String error = LoadJob.error(job.run("server"));

        assertTrue(Thread.interrupted());
        assertEquals(
                "the load was interrupted; nothing was loaded, table '" + job.database.name() + ".t' is as it was",
                error);
        assertEquals(List.of(), busy(sandbox, job));
        job.database.execute("DROP TRIGGER busy");
        assertEquals("null", LoadJob.error(job.run("server")));
        assertEquals(1, job.count());
    }

    private static List<List<String>> busy(Sandbox sandbox, LoadJob job) {
        return sandbox.aurora()
                .behind()
                .query("SELECT id FROM information_schema.processlist WHERE db = '" + job.database.name()
                        + "' AND info LIKE '%BENCHMARK%'");
    }

    private static String statement(LoadJob job, String key) {
        return "LOAD DATA FROM S3 FILE 's3-us-east-1://" + job.bucket + "/" + key + "' IGNORE INTO TABLE `"
                + job.database.name() + "`.`t` CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' ENCLOSED BY '' ESCAPED BY"
                + " '\\\\' LINES TERMINATED BY X'0A'";
    }

    private static List<List<String>> history(Sandbox sandbox, LoadJob job) {
        return sandbox.aurora()
                .query("SELECT * FROM mysql.aurora_s3_load_history WHERE load_prefix LIKE '%" + job.bucket + "%'");
    }

    private static void with(Sandbox sandbox, String setting, String value, Runnable test) {
        String update = "UPDATE aurora_stand_in.settings SET value = '%s' WHERE name = '" + setting + "'";
        String before = sandbox.aurora()
                .behind()
                .query("SELECT value FROM aurora_stand_in.settings WHERE name = '" + setting + "'")
                .get(0)
                .get(0);
        sandbox.aurora().behind().execute(update.formatted(value));
        try {
            test.run();
        } finally {
            sandbox.aurora().behind().execute(update.formatted(before));
        }
    }

    /** Something else happens to each row of the history: no trigger may be on the table itself. */
    private static void withHistory(Sandbox sandbox, String trigger, Runnable test) {
        String history = "mysql.aurora_s3_load_history";
        String kept = "aurora_stand_in.kept";
        sandbox.aurora()
                .behind()
                .execute(
                        "RENAME TABLE " + history + " TO " + kept,
                        "CREATE VIEW " + history + " AS SELECT * FROM " + kept,
                        "CREATE TRIGGER aurora_stand_in.other BEFORE INSERT ON " + kept + " FOR EACH ROW " + trigger);
        try {
            test.run();
        } finally {
            sandbox.aurora()
                    .behind()
                    .execute(
                            "DROP TRIGGER aurora_stand_in.other",
                            "DROP VIEW " + history,
                            "RENAME TABLE " + kept + " TO " + history);
        }
    }
}
