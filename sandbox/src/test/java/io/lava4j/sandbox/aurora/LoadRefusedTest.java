package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SandboxExtension.class)
class LoadRefusedTest {
    private static final String NO_ROLE =
            "Access denied; you need (at least one of) the LOAD FROM S3 privilege(s) for this operation";

    private AuroraBehind aurora;
    private String bucket;
    private JdbcBackend session;

    @BeforeEach
    void connect(Sandbox sandbox) throws IOException, SQLException {
        aurora = AuroraBehind.of(sandbox);
        bucket = aurora.s3().newBucket();
        aurora.s3().put(bucket, "a", "1\n");
        session = aurora.session();
        session.run("CREATE TABLE t (id INT PRIMARY KEY)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
    }

    @Test
    void aRoleThatIsGrantedAndNotActiveIsNotEnough() throws SQLException, IOException {
        assertRefused(1227, "42000", NO_ROLE, load("'s3://%s/a'"));

        session.run("SET ROLE AWS_LOAD_S3_ACCESS");
        session.run(load("'s3://%s/a'"));

        assertEquals(List.of(List.of("1")), session.run("SELECT * FROM t"));
    }

    @Test
    void aRoleThatIsNotGrantedCannotBeMadeActive() throws SQLException, IOException {
        try (JdbcBackend stranger = new JdbcBackend(aurora.mysql().newDatabase().connect(), aurora.statements())) {
            stranger.run("SET ROLE ALL");

            var failure = assertThrows(SQLException.class, () -> stranger.run(load("'s3://%s/a'")));

            assertEquals(NO_ROLE, failure.getMessage());
        }
    }

    @Test
    void aRoleThatComesWithAnotherIsActiveWithIt() throws SQLException, IOException {
        aurora.mysql()
                .execute(
                        "CREATE ROLE IF NOT EXISTS loaders",
                        "GRANT AWS_LOAD_S3_ACCESS TO loaders",
                        "GRANT loaders TO '" + user() + "'@'%'");
        session.run("SET ROLE loaders");

        session.run(load("'s3://%s/a'"));

        assertEquals(List.of(List.of("1")), session.run("SELECT * FROM t"));
    }

    @Test
    void theRoleIsCheckedFirst() {
        aurora.settings().set(AuroraSetting.AWS_DEFAULT_S3_ROLE, "");

        assertRefused(1227, "42000", NO_ROLE, load("'s3://%s/none'"));
    }

    @Test
    void theClusterParameterMustBeSet() throws SQLException, IOException {
        activate();
        aurora.settings().set(AuroraSetting.AWS_DEFAULT_S3_ROLE, "");

        assertRefused(
                63985,
                "HY000",
                "S3 API returned error: Both aurora_load_from_s3_role and aws_default_s3_role are not specified,"
                        + " please see documentation for more details",
                load("'s3://%s/a'"));
    }

    @Test
    void itsRoleMustBeAssociatedWithTheCluster() throws SQLException, IOException {
        activate();
        aurora.settings().set(AuroraSetting.ASSOCIATED_ROLES, "arn:aws:iam::000000000000:role/another");

        assertRefused(
                63985,
                "HY000",
                "S3 API returned error: Missing Credentials: Cannot instantiate S3 Client",
                load("'s3://%s/a'"));

        aurora.settings()
                .set(
                        AuroraSetting.ASSOCIATED_ROLES,
                        "arn:aws:iam::000000000000:role/another," + AuroraSetting.AWS_DEFAULT_S3_ROLE.initial());
        session.run(load("'s3://%s/a'"));
    }

    @Test
    void s3MustBeReached() throws SQLException, IOException {
        activate();
        aurora.settings().set(AuroraSetting.S3_ROUTE, "network connection");
        assertRefused(63985, "HY000", "S3 API returned error: Network Connection", load("'s3://%s/a'"));

        aurora.settings().set(AuroraSetting.S3_ERROR_NUMBER, "1871");
        assertRefused(1871, "HY000", "S3 API returned error: Network Connection", load("'s3://%s/a'"));

        aurora.settings().set(AuroraSetting.S3_ROUTE, "s3stream");
        assertRefused(1815, "HY000", "Internal error: Unable to initialize S3Stream", load("'s3://%s/a'"));
    }

    @Test
    void s3MustLetTheRoleRead() throws SQLException, IOException {
        activate();
        aurora.settings().set(AuroraSetting.S3_ACCESS, "access denied");
        assertRefused(63985, "HY000", "S3 API returned error: Access Denied:Access Denied", load("'s3://%s/a'"));

        aurora.settings().set(AuroraSetting.S3_ACCESS, "forbidden");
        assertRefused(63985, "HY000", "S3 API returned error: Forbidden:No response body.", load("'s3://%s/a'"));

        aurora.settings().set(AuroraSetting.S3_ACCESS, "allowed");
        session.run(load("'s3://%s/a'"));
    }

    @Test
    void anS3ThatIsNotThereIsNotReached() throws SQLException, IOException {
        assertNotReached(URI.create("http://127.0.0.1:1"));
    }

    @Test
    void norIsOneThatStopsInTheMiddleOfAnObject() throws SQLException, IOException {
        HttpServer s3 = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        s3.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('1');
            exchange.close();
        });
        s3.start();
        try {
            assertNotReached(URI.create("http://127.0.0.1:" + s3.getAddress().getPort()));
        } finally {
            s3.stop(0);
        }
    }

    private void assertNotReached(URI endpoint) throws SQLException, IOException {
        activate();
        var s3 = new S3Client(() -> endpoint, 2);
        var statements = new AuroraStatements(
                aurora.settings(), new S3Loading(s3, aurora.folder(), none()), new IamIdentification(""));

        var failure = assertThrows(
                SQLException.class, () -> new JdbcBackend(session.connection(), statements).run(load("'s3://%s/a'")));

        assertEquals("S3 API returned error: Network Connection", failure.getMessage());
        assertNothingHappened();
    }

    @Test
    void theObjectsMustBeThere() throws SQLException, IOException {
        activate();
        aurora.s3()
                .put(bucket, "mandatory", manifest("{'url': 's3://%s/a'}, {'url': 's3://%s/no', 'mandatory': true}"));
        aurora.s3().put(bucket, "none", manifest("{'url': 's3://%s/no'}, {'url': 's3://%s/nothing'}"));
        aurora.s3().put(bucket, "empty", "{\"entries\": []}");
        String start = "S3 API returned error: ";

        assertRefused(63985, "HY000", start + "NoSuchKey: The specified key does not exist.", load("'s3://%s/no'"));
        assertRefused(
                63985, "HY000", start + "NoSuchBucket: The specified bucket does not exist.", load("'s3://not-%s/a'"));
        assertRefused(
                63985,
                "HY000",
                start + "NoSuchKey: No object begins with 's3://" + bucket + "/x/'",
                load("PREFIX 's3://%s/x/'"));
        assertRefused(
                63985, "HY000", start + "NoSuchKey: The specified key does not exist.", load("MANIFEST 's3://%s/no'"));
        assertRefused(
                63985,
                "HY000",
                start + "NoSuchKey: The specified key does not exist.",
                load("MANIFEST 's3://%s/mandatory'"));
        for (String manifest : List.of("none", "empty")) {
            assertRefused(
                    63985,
                    "HY000",
                    start + "NoSuchKey: None of the objects in the manifest 's3://" + bucket + "/" + manifest
                            + "' exists",
                    load("MANIFEST 's3://%s/" + manifest + "'"));
        }
    }

    @ParameterizedTest
    @CsvSource({"a", "s3://bucket", "https://bucket/a", "s3-://bucket/a"})
    void theUriMustBeOne(String uri) throws SQLException, IOException {
        activate();

        assertRefused(
                63985,
                "HY000",
                "S3 API returned error: Invalid URI: '" + uri + "' is not s3-region://bucket/key",
                load("'" + uri + "'"));
    }

    @Test
    void theManifestMustBeAsTheUserGuideHasIt() throws SQLException, IOException {
        activate();
        aurora.s3().put(bucket, "m", manifest("{'url': 's3://%s/a', 'meta': {'content_length': 2}}"));

        assertRefused(
                63985,
                "HY000",
                "S3 API returned error: Invalid Manifest: entry 1: unknown field 'meta'",
                load("MANIFEST 's3://%s/m'"));
    }

    @Test
    void aLoadAmongSeveralStatementsIsRefusedAsNotSupported() throws SQLException, IOException {
        activate();
        String expected =
                "This version of MySQL doesn't yet support 'LOAD DATA FROM S3 in a text of several statements'";

        assertRefused(1235, "42000", expected, "SELECT 1; " + load("'s3://%s/a'"));
        assertRefused(1235, "42000", expected, load("'s3://%s/a'") + "; SELECT 1");
        session.run(load("'s3://%s/a'") + " ; -- the end");
    }

    @Test
    void aPlainMySqlDoesNotKnowTheStatement() {
        var failure = assertThrows(
                SQLException.class, () -> session.connection().createStatement().execute(load("'s3://%s/a'")));

        assertEquals(1064, failure.getErrorCode());
    }

    private void activate() throws SQLException, IOException {
        session.run("SET ROLE ALL");
    }

    private void assertRefused(int code, String state, String message, String sql) {
        var failure = assertThrows(SQLException.class, () -> session.run(sql));
        assertEquals(message, failure.getMessage());
        assertEquals(code, failure.getErrorCode());
        assertEquals(state, failure.getSQLState());
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertEquals(
                List.of(List.of("0")),
                aurora.mysql()
                        .query("SELECT COUNT(*) FROM mysql.aurora_s3_load_history WHERE load_prefix LIKE '%" + bucket
                                + "%'"));
        try (var files = Files.list(aurora.folder())) {
            assertEquals(0, files.count());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String load(String source) {
        return "LOAD DATA FROM S3 " + source.formatted(bucket) + " INTO TABLE t";
    }

    private String manifest(String entries) {
        return ("{'entries': [" + entries.replace("%s", bucket) + "]}").replace('\'', '"');
    }

    private String user() throws SQLException, IOException {
        return session.run("SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1)")
                .get(0)
                .get(0);
    }

    private LoadHistory none() {
        return new LoadHistory(new com.mysql.cj.jdbc.MysqlDataSource());
    }
}
