package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.sandbox.aurora.AuroraSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The statements of Aurora's own, with Connector/J as anyone would use it. */
@ExtendWith(SandboxExtension.class)
class AuroraLoadTest {
    private static final String CSV = "FIELDS TERMINATED BY ','";

    private AuroraServer aurora;
    private S3Server s3;
    private String bucket;
    private Database database;
    private Connection connection;
    private Statement statement;

    @BeforeEach
    void connect(Sandbox sandbox) throws SQLException {
        aurora = sandbox.aurora();
        aurora.settings().reset();
        s3 = sandbox.s3();
        bucket = s3.newBucket();
        database = aurora.newDatabase();
        aurora.execute(
                "GRANT AWS_LOAD_S3_ACCESS TO '" + database.user() + "'@'%'",
                "GRANT SELECT ON mysql.aurora_s3_load_history TO '" + database.user() + "'@'%'");
        connection = database.connect();
        statement = connection.createStatement();
        statement.execute("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20))");
        statement.execute("SET ROLE ALL");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aLoadGivesItsCountAndItsWarningsAsLoadDataDoes() throws SQLException {
        s3.put(bucket, "a.csv", "1,one\n2,two\nx,three\n");

        int count = statement.executeUpdate(load("'s3://%s/a.csv'", CSV));

        assertEquals(3, count);
        assertEquals(
                "Incorrect integer value: 'x' for column 'id' at row 3",
                statement.getWarnings().getMessage());
        assertEquals(
                List.of(List.of("Warning", "1366", "Incorrect integer value: 'x' for column 'id' at row 3")),
                rows("SHOW WARNINGS"));
        assertEquals(List.of(List.of("0", "three"), List.of("1", "one"), List.of("2", "two")), rows("SELECT * FROM t"));
    }

    @Test
    void whoeverReadsTheHistoryRightAfterALoadFindsItsRows() throws SQLException {
        s3.put(bucket, "in/a.csv", "1,one\n");
        s3.put(bucket, "in/b.csv", "2,two\n");

        for (int i = 1; i <= 20; i++) {
            statement.execute(load("PREFIX 's3://%s/in/'", CSV));
            assertEquals(List.of(List.of("" + 2 * i)), rows("SELECT COUNT(*)" + history()));
        }
        assertEquals(
                List.of(List.of("in/a.csv", "6"), List.of("in/b.csv", "6")),
                rows("SELECT DISTINCT file_name, bytes_loaded" + history() + " ORDER BY 1"));
    }

    @Test
    void aRollbackTakesTheRowsAndLeavesTheHistory() throws SQLException {
        s3.put(bucket, "a.csv", "1,one\n");
        connection.setAutoCommit(false);

        statement.execute("INSERT INTO t VALUES (7, 'seven')");
        statement.execute(load("'s3://%s/a.csv'", CSV));
        assertEquals(List.of(List.of("2")), rows("SELECT COUNT(*) FROM t"));
        connection.rollback();

        assertEquals(List.of(), rows("SELECT * FROM t"));
        assertEquals(List.of(List.of("1")), rows("SELECT COUNT(*)" + history()));
    }

    @Test
    void aLoadThatFailsLeavesTheTransactionAndNoHistory() throws SQLException {
        s3.put(bucket, "a.csv", "1,one\nx,two\n");
        connection.setAutoCommit(false);
        statement.execute("INSERT INTO t VALUES (7, 'seven')");

        var failure = assertThrows(
                SQLException.class,
                () -> statement.execute(load("'s3://%s/a.csv'", CSV).replace(" INTO", " REPLACE INTO")));
        connection.commit();

        assertEquals("Incorrect integer value: 'x' for column 'id' at row 2", failure.getMessage());
        assertEquals(List.of(List.of("7", "seven")), rows("SELECT * FROM t"));
        assertEquals(List.of(List.of("0")), rows("SELECT COUNT(*)" + history()));
    }

    @Test
    void aRefusalLeavesTheTransactionToo() throws SQLException {
        connection.setAutoCommit(false);
        statement.execute("INSERT INTO t VALUES (7, 'seven')");
        aurora.settings().set(AuroraSetting.AWS_DEFAULT_S3_ROLE, "");

        var failure = assertThrows(SQLException.class, () -> statement.execute(load("'s3://%s/a.csv'", CSV)));
        connection.commit();

        assertEquals(
                "S3 API returned error: Both aurora_load_from_s3_role and aws_default_s3_role are not specified,"
                        + " please see documentation for more details",
                failure.getMessage());
        assertEquals(63985, failure.getErrorCode());
        assertEquals("HY000", failure.getSQLState());
        assertEquals(List.of(List.of("7", "seven")), rows("SELECT * FROM t"));
    }

    @Test
    void aManifestOfSeveralBucketsLoadsAsOneStatement() throws SQLException {
        String other = s3.newBucket();
        s3.put(bucket, "ünï 'x'.csv", "1,one\n");
        s3.put(other, "b%20.csv", "2,two\n");
        s3.put(
                bucket,
                "m.json",
                """
                {"entries": [{"url": "s3://%s/b%%20.csv", "mandatory": true}, {"url": "s3://%s/ünï 'x'.csv"}]}"""
                        .formatted(other, bucket));

        assertEquals(2, statement.executeUpdate(load("MANIFEST 's3://%s/m.json'", CSV)));

        assertEquals(List.of(List.of("1", "one"), List.of("2", "two")), rows("SELECT * FROM t"));
        assertEquals(
                List.of(List.of("m.json"), List.of("b%20.csv"), List.of("ünï 'x'.csv")),
                rows("SELECT file_name" + history()));
    }

    @Test
    void aPreparedLoadIsPreparedByTheDriver() throws SQLException {
        s3.put(bucket, "it's.csv", "1,one\n");

        try (PreparedStatement prepared =
                connection.prepareStatement("LOAD DATA FROM S3 ? INTO TABLE t FIELDS TERMINATED BY ?")) {
            prepared.setString(1, "s3://" + bucket + "/it's.csv");
            prepared.setString(2, ",");
            assertEquals(1, prepared.executeUpdate());
        }

        assertEquals(List.of(List.of("1", "one")), rows("SELECT * FROM t"));
    }

    @Test
    void aStatementPreparedByTheServerKnowsTheVersionAndIsNoLoad() throws SQLException {
        s3.put(bucket, "a.csv", "1,one\n");
        try (Connection preparing = connection("useServerPrepStmts=true");
                PreparedStatement version = preparing.prepareStatement("SELECT aurora_version(), ?");
                PreparedStatement load = preparing.prepareStatement(load("'s3://%s/a.csv'", CSV))) {
            preparing.createStatement().execute("SET ROLE ALL");
            version.setInt(1, 7);
            try (ResultSet answer = version.executeQuery()) {
                assertTrue(version instanceof com.mysql.cj.jdbc.ServerPreparedStatement);
                assertTrue(answer.next());
                assertEquals("3.05.2", answer.getString("aurora_version()"));
                assertEquals(7, answer.getInt(2));
            }
            // 1295 tells the driver to prepare it by itself.
            assertFalse(load instanceof com.mysql.cj.jdbc.ServerPreparedStatement);
            assertEquals(1, load.executeUpdate());
        }
    }

    @Test
    void aLoadThatIsKilledLeavesNothing() throws Exception {
        s3.put(bucket, "a.csv", "1,one\n");
        statement.execute("DO GET_LOCK('" + bucket + "', 0)");
        Path folder = Path.of(
                aurora.behind().query("SELECT @@secure_file_priv").get(0).get(0));
        try (Connection loading = database.connect();
                Statement command = loading.createStatement()) {
            command.execute("SET ROLE ALL");
            var load = CompletableFuture.supplyAsync(() -> assertThrows(
                    SQLException.class,
                    () -> command.execute(
                            load("'s3://%s/a.csv'", CSV) + " SET name = GET_LOCK('" + bucket + "', 300)")));
            String waiting = "SELECT id FROM information_schema.processlist WHERE state = 'User lock' AND user = '"
                    + database.user() + "'";
            List<List<String>> sessions = aurora.query(waiting);
            while (sessions.isEmpty() && !load.isDone()) {
                sessions = aurora.query(waiting);
            }
            aurora.execute("KILL " + sessions.get(0).get(0));
            load.get();
        }

        assertEquals(List.of(), rows("SELECT * FROM t"));
        assertEquals(List.of(List.of("0")), rows("SELECT COUNT(*)" + history()));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aRoleMustBeActiveAndMaybeIsFromTheLoginOn() throws SQLException {
        s3.put(bucket, "a.csv", "1,one\n");
        statement.execute("SET ROLE NONE");
        var inactive = assertThrows(SQLException.class, () -> statement.execute(load("'s3://%s/a.csv'", CSV)));
        assertEquals(
                "Access denied; you need (at least one of) the LOAD FROM S3 privilege(s) for this operation",
                inactive.getMessage());
        assertEquals(1227, inactive.getErrorCode());
        assertEquals("42000", inactive.getSQLState());

        aurora.execute("SET GLOBAL activate_all_roles_on_login = ON");
        try (Connection later = database.connect()) {
            assertEquals(1, later.createStatement().executeUpdate(load("'s3://%s/a.csv'", CSV)));
        } finally {
            aurora.execute("SET GLOBAL activate_all_roles_on_login = OFF");
        }
    }

    @Test
    void theMasterUserHasTheRoleButMustActivateIt() throws SQLException {
        s3.put(bucket, "a.csv", "1,one\n");
        String load = load("'s3://%s/a.csv'", CSV).replace("TABLE t", "TABLE " + database.name() + ".t");

        try (Connection master = aurora.connect();
                Statement command = master.createStatement()) {
            assertEquals(
                    1227,
                    assertThrows(SQLException.class, () -> command.execute(load))
                            .getErrorCode());
            command.execute("SET ROLE AWS_LOAD_S3_ACCESS");
            assertEquals(1, command.executeUpdate(load));
        }
    }

    @Test
    void pastTheStandInTheStatementIsUnknown() throws SQLException {
        try (Connection past = aurora.behind().connect();
                Statement command = past.createStatement()) {
            var failure = assertThrows(
                    SQLException.class,
                    () -> command.execute(load("'s3://%s/a'", "").replace(" t ", " " + database.name() + ".t ")));

            assertEquals(1064, failure.getErrorCode());
            assertEquals("42000", failure.getSQLState());
        }
    }

    @Test
    void theVersionAnswersUnderItsName() throws SQLException {
        try (ResultSet answer =
                statement.executeQuery("SELECT aurora_version(), @@aurora_version, 'aurora_version()'")) {
            assertTrue(answer.next());
            assertEquals("3.05.2", answer.getString("aurora_version()"));
            assertEquals("3.05.2", answer.getString("@@aurora_version"));
            assertEquals("aurora_version()", answer.getString(3));
        }
        assertEquals(List.of(List.of("aurora_version", "3.05.2")), rows("SHOW VARIABLES LIKE 'aurora_version'"));
    }

    @Test
    void severalStatementsAtOnceMayAskForTheVersion() throws SQLException {
        try (Connection several = connection("allowMultiQueries=true");
                Statement command = several.createStatement()) {
            assertTrue(command.execute("SELECT 1; SELECT aurora_version()"));
            assertTrue(command.getMoreResults());
            assertTrue(command.getResultSet().next());
            assertEquals("3.05.2", command.getResultSet().getString(1));
            var failure = assertThrows(
                    SQLException.class, () -> command.execute("SELECT 1; " + load("'s3://%s/a.csv'", CSV)));
            assertEquals(1235, failure.getErrorCode());
            assertFalse(several.isClosed());
        }
    }

    @Test
    void anIamUserMadeAsAwsDocumentsLogsInWithATokenAndLoads() throws SQLException {
        s3.put(bucket, "a.csv", "1,one\n");
        String user = RandomText.name("iam_");
        aurora.execute(
                "CREATE USER " + user + " IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'",
                "GRANT ALL ON `" + database.name() + "`.* TO " + user,
                "GRANT AWS_LOAD_S3_ACCESS TO " + user);
        var account = new Account(
                aurora.host(), aurora.port(), user, SignedToken.of(aurora, user).text());

        try (Connection session = account.in(database.name()).getConnection();
                Statement command = session.createStatement()) {
            command.execute("SET ROLE ALL");
            assertEquals(1, command.executeUpdate(load("'s3://%s/a.csv'", CSV)));
        }
    }

    @Test
    void aBigObjectIsLoadedWhole() throws SQLException {
        var content = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            content.append(i).append(",name ").append(i).append('\n');
        }
        s3.put(bucket, "big.csv", content.toString());

        assertEquals(200_000, statement.executeUpdate(load("'s3://%s/big.csv'", CSV)));

        assertEquals(List.of(List.of("200000", "19999900000")), rows("SELECT COUNT(*), SUM(id) FROM t"));
    }

    @Test
    void aClientInAnotherCharacterSetNamesAKeyToo() throws SQLException {
        s3.put(bucket, "ü.csv", "1,one\n");
        try (Connection latin = connection("characterEncoding=latin1");
                Statement command = latin.createStatement()) {
            command.execute("SET ROLE ALL");
            assertEquals(1, command.executeUpdate(load("'s3://%s/ü.csv'", CSV)));
        }
    }

    private Connection connection(String property) throws SQLException {
        var source = new com.mysql.cj.jdbc.MysqlDataSource();
        source.setUrl("jdbc:mysql://127.0.0.1:" + aurora.port() + "/" + database.name() + "?" + property);
        source.setUser(database.user());
        source.setPassword(database.password());
        return source.getConnection();
    }

    private String load(String from, String clauses) {
        return "LOAD DATA FROM S3 " + from.formatted(bucket) + " INTO TABLE t " + clauses;
    }

    private String history() {
        return " FROM mysql.aurora_s3_load_history WHERE load_prefix LIKE '%" + bucket + "%'";
    }

    private List<List<String>> rows(String query) throws SQLException {
        var result = new ArrayList<List<String>>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(Optional.ofNullable(rows.getString(column)).orElse("NULL"));
                }
                result.add(row);
            }
        }
        return result;
    }
}
