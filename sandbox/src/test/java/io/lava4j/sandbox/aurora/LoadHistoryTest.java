package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class LoadHistoryTest {
    private AuroraBehind aurora;
    private String bucket;
    private JdbcBackend session;

    @BeforeEach
    void connect(Sandbox sandbox) throws IOException, SQLException {
        aurora = AuroraBehind.of(sandbox);
        bucket = aurora.s3().newBucket();
        session = aurora.loader();
        session.run("CREATE TABLE t (id INT PRIMARY KEY)");
        aurora.s3().put(bucket, "in/a", "1\n");
        aurora.s3().put(bucket, "in/b", "22\n");
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
    }

    @Test
    void eachFileOfAStatementHasARowUnderTheUriAsItWasGiven() throws SQLException, IOException {
        session.run("LOAD DATA FROM S3 PREFIX 's3-us-west-2://" + bucket + "/in/' INTO TABLE t");

        assertEquals(
                List.of(
                        List.of("s3-us-west-2://" + bucket + "/in/", "in/a", "", "2"),
                        List.of("s3-us-west-2://" + bucket + "/in/", "in/b", "", "3")),
                history());
    }

    @Test
    void aManifestHasARowItself() throws SQLException, IOException {
        String manifest =
                "{\"entries\": [{\"url\": \"s3://" + bucket + "/in/b\"}, {\"url\": \"s3://" + bucket + "/missing\"}]}";
        aurora.s3().put(bucket, "m.json", manifest);

        session.run("LOAD DATA FROM S3 MANIFEST 's3://" + bucket + "/m.json' INTO TABLE t");

        assertEquals(
                List.of(
                        List.of("s3://" + bucket + "/m.json", "m.json", "", "" + manifest.length()),
                        List.of("s3://" + bucket + "/m.json", "in/b", "", "3")),
                history());
    }

    @Test
    void itIsDatedByTheServersClockWhenTheStatementEnds() throws SQLException, IOException {
        String load = "LOAD DATA FROM S3 's3://" + bucket + "/in/a' INTO TABLE t SET id = id + 10 * SLEEP(1)";
        String before = aurora.mysql().query("SELECT NOW()").get(0).get(0);
        session.run(load);

        assertEquals(
                List.of(List.of("1")),
                aurora.mysql()
                        .query("SELECT COUNT(*) FROM mysql.aurora_s3_load_history WHERE load_prefix = 's3://" + bucket
                                + "/in/a' AND load_timestamp > '" + before + "' AND load_timestamp <= NOW()"));
    }

    @Test
    void aStatementThatFailsLeavesNoRow() {
        aurora.s3().put(bucket, "bad", "x\n");

        assertThrows(
                SQLException.class,
                () -> session.run("LOAD DATA FROM S3 's3://" + bucket + "/bad' REPLACE INTO TABLE t"));
        assertThrows(
                SQLException.class, () -> session.run("LOAD DATA FROM S3 's3://" + bucket + "/in/a' INTO TABLE u"));

        assertEquals(List.of(), history());
    }

    @Test
    void aRollbackLeavesTheRows() throws SQLException, IOException {
        session.run("START TRANSACTION");
        session.run("LOAD DATA FROM S3 's3://" + bucket + "/in/a' INTO TABLE t");
        session.run("ROLLBACK");

        assertEquals(1, history().size());
    }

    @Test
    void theSameLoadAgainAddsRowsAndTakesNoneAway() throws SQLException, IOException {
        for (int i = 0; i < 3; i++) {
            session.run("LOAD DATA FROM S3 's3://" + bucket + "/in/a' INTO TABLE t");
        }

        assertEquals(3, history().size());
    }

    private List<List<String>> history() {
        return aurora.mysql()
                .query("SELECT load_prefix, file_name, version_number, bytes_loaded FROM mysql.aurora_s3_load_history"
                        + " WHERE load_prefix LIKE '%" + bucket + "%'");
    }
}
