package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class LoadFromS3Test {
    private AuroraBehind aurora;
    private String bucket;
    private JdbcBackend session;

    @BeforeEach
    void connect(Sandbox sandbox) throws IOException, SQLException {
        aurora = AuroraBehind.of(sandbox);
        bucket = aurora.s3().newBucket();
        session = aurora.loader();
        session.run("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20))");
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
    }

    @Test
    void anObjectIsLoadedAndItsFileIsGone() throws SQLException, IOException {
        put("a.csv", "1,one\n2,two\n");

        load("'s3://%s/a.csv'", "FIELDS TERMINATED BY ','");

        assertEquals(List.of(List.of("1", "one"), List.of("2", "two")), session.run("SELECT * FROM t"));
        assertEquals(0, filesLeft());
    }

    @Test
    void theClausesOfLoadDataInfileWorkAsTheyDoThere() throws SQLException, IOException {
        put("a.csv", "x id|name\r\nx 1|'it''s'|9\r\nno\r\nx 2|'d|e'|9\r\n");

        load(
                "FILE 's3-us-west-2://%s/a.csv'",
                "CHARACTER SET utf8mb4 COLUMNS TERMINATED BY '|' OPTIONALLY ENCLOSED BY '\\''"
                        + " LINES STARTING BY 'x ' TERMINATED BY '\\r\\n' IGNORE 1 LINES (id, @n, @skip)"
                        + " SET name = UPPER(@n)");

        assertEquals(List.of(List.of("1", "IT'S"), List.of("2", "D|E")), session.run("SELECT * FROM t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b.csv", "it''s.csv", "\"q\".csv", "ünï/表.csv", "a%20b+c.csv", "a\\\\b.csv", "x?y#z&w=1;.csv"})
    void aKeyIsTakenAsItStands(String keyInLiteral) throws SQLException, IOException {
        String key = keyInLiteral.replace("''", "'").replace("\\\\", "\\");
        put("p/" + key, "1,one\n");

        load("'s3://%s/p/" + keyInLiteral + "'", "FIELDS TERMINATED BY ','");
        session.run("DELETE FROM t");
        load("PREFIX 's3://%s/p/" + keyInLiteral + "'", "FIELDS TERMINATED BY ','");

        assertEquals(List.of(List.of("1", "one")), session.run("SELECT * FROM t"));
    }

    @Test
    void underAnotherSqlModeAKeyIsReadAsThatModeHasIt() throws SQLException, IOException {
        put("a\\b.csv", "1,one\n");
        session.run("SET sql_mode = 'NO_BACKSLASH_ESCAPES'");

        load("'s3://%s/a\\b.csv'", "FIELDS TERMINATED BY ','");

        assertEquals(List.of(List.of("1", "one")), session.run("SELECT * FROM t"));
    }

    @Test
    void aPrefixLoadsAllItsObjectsInTheOrderOfTheirKeysAsOneStatement() throws SQLException, IOException {
        session.run("CREATE TABLE u (n INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9))");
        put("in/b", "3\n");
        put("in/a", "1\n2\n");
        put("in/ä", "6\n");
        put("in/b/c", "4\n");
        put("in/c", "5\n");
        put("other", "9\n");

        session.run("LOAD DATA FROM S3 PREFIX 's3://" + bucket + "/in/' INTO TABLE u (v)");

        assertEquals(List.of(List.of("1,2,3,4,5,6")), session.run("SELECT GROUP_CONCAT(v ORDER BY n) FROM u"));
    }

    @Test
    void aPrefixEndsWhereItEndsAndNotAtASlash() throws SQLException, IOException {
        put("data-1", "1,one\n");
        put("data/2", "2,two\n");
        put("dat", "3,three\n");

        load("PREFIX 's3://%s/data'", "FIELDS TERMINATED BY ','");

        assertEquals(List.of(List.of("1"), List.of("2")), session.run("SELECT id FROM t"));
    }

    @Test
    void headerLinesAreSkippedInTheFirstFileOnly() throws SQLException, IOException {
        session.run("CREATE TABLE u (v VARCHAR(9))");
        put("in/a", "id\n1\n");
        put("in/b", "id\n2\n");

        session.run("LOAD DATA FROM S3 PREFIX 's3://" + bucket + "/in/' INTO TABLE u IGNORE 1 LINES");

        assertEquals(List.of(List.of("1"), List.of("id"), List.of("2")), session.run("SELECT * FROM u"));
    }

    @Test
    void aManifestLoadsFromSeveralBucketsAndSkipsWhatIsMissingUnlessItIsMandatory() throws SQLException, IOException {
        String other = aurora.s3().newBucket();
        put("a", "1,one\n");
        aurora.s3().put(other, "b", "2,two\n");
        put(
                "m",
                """
                {"entries": [{"url": "s3-eu-west-1://%s/b", "mandatory": true}, {"url": "s3://%s/none"},
                 {"url": "s3://no-such-bucket/x", "mandatory": false}, {"url": "s3://%s/a"}]}"""
                        .formatted(other, bucket, bucket));

        load("MANIFEST 's3://%s/m'", "FIELDS TERMINATED BY ','");

        assertEquals(List.of(List.of("1", "one"), List.of("2", "two")), session.run("SELECT * FROM t"));
    }

    @Test
    void ignoreIsTheDefaultSoABadValueOnlyWarns() throws SQLException, IOException {
        put("a.csv", "1,one\nx,two\n1,again\n");

        load("'s3://%s/a.csv'", "FIELDS TERMINATED BY ','");

        assertEquals(
                List.of(
                        List.of("Warning", "1366", "Incorrect integer value: 'x' for column 'id' at row 2"),
                        List.of("Warning", "1062", "Duplicate entry '1' for key 't.PRIMARY'")),
                session.run("SHOW WARNINGS"));
        assertEquals(List.of(List.of("0", "two"), List.of("1", "one")), session.run("SELECT * FROM t"));
    }

    @Test
    void replaceReplacesAndStopsAtABadValue() throws SQLException, IOException {
        put("good.csv", "1,new\n2,two\n");
        put("bad.csv", "3,three\nx,bad\n");
        session.run("INSERT INTO t VALUES (1, 'old')");

        replace("good.csv");
        var failure = assertThrows(SQLException.class, () -> replace("bad.csv"));

        assertEquals("Incorrect integer value: 'x' for column 'id' at row 2", failure.getMessage());
        assertEquals(List.of(List.of("1", "new"), List.of("2", "two")), session.run("SELECT * FROM t"));
        assertEquals(0, filesLeft());
    }

    @Test
    void aPartitionTakesOnlyItsRows() throws SQLException, IOException {
        session.run("CREATE TABLE p (id INT) PARTITION BY RANGE (id) (PARTITION low VALUES LESS THAN (10),"
                + " PARTITION high VALUES LESS THAN (100))");
        put("a", "1\n11\n");

        session.run("LOAD DATA FROM S3 's3://" + bucket + "/a' INTO TABLE p PARTITION (low)");

        assertEquals(List.of(List.of("1")), session.run("SELECT * FROM p"));
    }

    @Test
    void aLoadBelongsToTheTransaction() throws SQLException, IOException {
        put("a.csv", "1,one\n");
        session.run("START TRANSACTION");

        load("'s3://%s/a.csv'", "FIELDS TERMINATED BY ','");
        session.run("ROLLBACK");

        assertEquals(List.of(), session.run("SELECT * FROM t"));
    }

    @Test
    void whatMySqlDoesNotUnderstandItRefusesItself() throws SQLException, IOException {
        put("a.csv", "1,one\n");

        for (String sql : List.of(
                "LOAD DATA FROM S3 's3://" + bucket + "/a.csv' INTO TABLE t FIELDS ENDED BY ','",
                "LOAD DATA LOCAL FROM S3 's3://" + bucket + "/a.csv' INTO TABLE t",
                "LOAD DATA FROM S3 's3://" + bucket + "/a.csv' INTO t")) {
            var failure = assertThrows(SQLException.class, () -> session.run(sql));
            assertEquals(1064, failure.getErrorCode(), sql);
        }
        assertEquals(0, filesLeft());
    }

    private void replace(String key) throws SQLException, IOException {
        session.run(
                "LOAD DATA FROM S3 's3://" + bucket + "/" + key + "' REPLACE INTO TABLE t FIELDS TERMINATED BY ','");
    }

    private void load(String source, String clauses) throws SQLException, IOException {
        session.run("LOAD DATA FROM S3 " + source.replace("%s", bucket) + " INTO TABLE t " + clauses);
    }

    private void put(String key, String text) {
        aurora.s3().put(bucket, key, text);
    }

    private long filesLeft() throws IOException {
        try (var files = Files.list(aurora.folder())) {
            return files.count();
        }
    }
}
