package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.FaultyNetwork.Fault;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that is lost at the very end: what has happened is found out. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class LostOutcomeTest {

    private static final String COMMIT = "\\x03.{0,2}(?i:commit)$";
    private static final String RENAME = "RENAME TABLE";
    private static final String RUNS = "CREATE TABLE lava_runs (run_id VARCHAR(64) NOT NULL PRIMARY KEY,"
            + " written TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY (written))";

    private static final List<List<String>> OLD = List.of(List.of("0"));
    private static final List<List<String>> NEW = List.of(List.of("1"));

    @ParameterizedTest
    @EnumSource
    void aCommitThatDidNotArriveIsAFailureWhereRunsAreRecorded(Product product, Sandbox sandbox) throws IOException {
        Database database = table(product.withoutTls(sandbox), RUNS);

        String failure = failure(load(database, Mode.DELETE), COMMIT, Fault.LOST);

        assertEquals(
                "the connection was lost in COMMIT, which was not carried out; nothing was loaded, table '"
                        + database.name() + ".t' is as it was",
                failure);
        assertEquals(OLD, rows(database));
        assertEquals(List.of(), database.query("SELECT * FROM lava_runs"));
    }

    @ParameterizedTest
    @EnumSource
    void aCommitWhoseAnswerIsLostIsASuccessWhereRunsAreRecorded(Product product, Sandbox sandbox) throws IOException {
        Database database = table(product.withoutTls(sandbox), RUNS);
        Load load = load(database, Mode.DELETE);

        Report report = run(load, COMMIT, Fault.ANSWER_LOST);

        assertEquals(new Report(1, 0, 1, 0), report);
        assertEquals(
                List.of("the connection was lost in COMMIT; a look over a new session shows that it was carried out"),
                load.events);
        assertEquals(NEW, rows(database));
        assertEquals(List.of(List.of(load.runId)), database.query("SELECT run_id FROM lava_runs"));
    }

    @ParameterizedTest
    @MethodSource("errorsThatLeaveItOpen")
    void aCommitAnsweredWithAnErrorThatLeavesItOpenIsLookedUp(Product product, int error, String state, Sandbox sandbox)
            throws IOException {
        Database database = table(product.withoutTls(sandbox), RUNS);
        String answered = "the server has answered COMMIT with so it is (error " + error + ")";

        String failure = failure(load(database, Mode.DELETE), COMMIT, Fault.answers(error, state, "so it is", false));

        assertEquals(
                answered + ", which was not carried out; nothing was loaded, table '" + database.name()
                        + ".t' is as it was",
                failure);
        assertEquals(OLD, rows(database));

        Load load = load(database, Mode.DELETE);
        Report report = run(load, COMMIT, Fault.answers(error, state, "so it is", true));

        assertEquals(new Report(1, 0, 1, 0), report);
        assertEquals(List.of(answered + "; a look over a new session shows that it was carried out"), load.events);
        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @MethodSource("errorsThatLeaveItOpen")
    void aRenameAnsweredWithAnErrorThatLeavesItOpenIsLookedUp(Product product, int error, String state, Sandbox sandbox)
            throws IOException {
        Database database = table(product.withoutTls(sandbox));
        String answered = "the server has answered RENAME TABLE with so it is (error " + error + ")";

        String failure = failure(load(database, Mode.TRUNCATE), RENAME, Fault.answers(error, state, "so it is", false));

        assertEquals(
                answered + ", which was not carried out; nothing was loaded, table '" + database.name()
                        + ".t' is as it was",
                failure);
        assertOnlyTable(database, OLD);

        Load load = load(database, Mode.TRUNCATE);
        Report report = run(load, RENAME, Fault.answers(error, state, "so it is", true));

        assertEquals(new Report(1, 0, 0, 0), report);
        assertEquals(List.of(answered + "; a look over a new session shows that it was carried out"), load.events);
        assertOnlyTable(database, NEW);
    }

    private static Stream<Arguments> errorsThatLeaveItOpen() {
        return Stream.of(
                Arguments.of(Product.MYSQL, 1317, "70100"),
                Arguments.of(Product.MYSQL, 1180, "HY000"),
                Arguments.of(Product.MYSQL, 3100, "HY000"),
                Arguments.of(Product.MARIADB, 1317, "70100"),
                Arguments.of(Product.MARIADB, 1180, "HY000"),
                Arguments.of(Product.MARIADB, 1927, "70100"));
    }

    @ParameterizedTest
    @EnumSource
    void aCommitThatTheServerRefusesIsAFailureThatNobodyLooksUp(Product product, Sandbox sandbox) throws IOException {
        Database database = table(product.withoutTls(sandbox), RUNS);

        String failure =
                failure(load(database, Mode.DELETE), COMMIT, Fault.answers(1213, "40001", "Deadlock found", false));

        assertTrue(failure.contains("refuses the load: Deadlock found (error 1213); nothing was loaded"), failure);
        assertEquals(OLD, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aRenameThatDidNotArriveIsAFailure(Product product, Sandbox sandbox) throws IOException {
        Database database = table(product.withoutTls(sandbox));

        String failure = failure(load(database, Mode.TRUNCATE), RENAME, Fault.LOST);

        assertEquals(
                "the connection was lost in RENAME TABLE, which was not carried out; nothing was loaded, table '"
                        + database.name() + ".t' is as it was",
                failure);
        assertOnlyTable(database, OLD);
    }

    @ParameterizedTest
    @EnumSource
    void aRenameWhoseAnswerIsLostIsASuccess(Product product, Sandbox sandbox) throws IOException {
        Database database = table(product.withoutTls(sandbox));

        assertEquals(new Report(1, 0, 0, 0), run(load(database, Mode.TRUNCATE), RENAME, Fault.ANSWER_LOST));

        assertOnlyTable(database, NEW);
    }

    @ParameterizedTest
    @EnumSource
    void aNewTableIsFoundInItsPlaceOrIsNot(Product product, Sandbox sandbox) throws IOException {
        Database database = table(product.withoutTls(sandbox), "DROP TABLE t");

        String failure = failure(load(database, Mode.APPEND), RENAME, Fault.LOST);
        assertTrue(
                failure.endsWith("; nothing was loaded, table '" + database.name() + ".t' was not created"), failure);
        assertEquals(List.of(), database.query("SHOW TABLES"));

        run(load(database, Mode.APPEND), RENAME, Fault.ANSWER_LOST);
        assertOnlyTable(database, NEW);
    }

    @ParameterizedTest
    @EnumSource
    void aRenameThatStillWaitsAtTheServerIsEndedBeforeAnybodyLooks(Product product, Sandbox sandbox)
            throws IOException, SQLException {
        Database database = table(product.withoutTls(sandbox));
        CountDownLatch noticed = new CountDownLatch(1);

        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT id FROM t").close();

            String failure = failure(load(database, Mode.TRUNCATE), RENAME, Fault.cutOff(noticed));

            assertTrue(failure.contains("RENAME TABLE, which was not carried out"), failure);
            reader.rollback();
        } finally {
            noticed.countDown();
        }
        assertOnlyTable(database, OLD);
    }

    @ParameterizedTest
    @EnumSource
    void runsAreRecordedInTheSchemaThatTheConnectionNamesAndOldOnesRemoved(Product product, Sandbox sandbox) {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(server);
        Database runs = server.newDatabase();
        runs.execute(RUNS, "INSERT INTO lava_runs VALUES ('old', NOW() - INTERVAL 40 DAY), ('young', NOW())");
        server.execute("GRANT ALL ON " + runs.name() + ".* TO plain" + database.name());
        Load load = load(database, Mode.APPEND).with("run_schema", runs.name());

        List<String> statements = load.plan().statements();
        load.run();

        assertEquals(
                "INSERT INTO `" + runs.name() + "`.`lava_runs` (run_id) VALUES ('" + load.runId + "')",
                statements.get(statements.size() - 1));
        assertEquals(
                List.of(List.of(load.runId), List.of("young")),
                runs.query("SELECT run_id FROM lava_runs ORDER BY run_id = 'young'"));
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfRunsThatCannotBeWrittenIsFoundOutFirst(Product product, Sandbox sandbox) {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(server);
        Database runs = server.newDatabase();
        runs.execute(RUNS);
        server.execute("GRANT SELECT ON " + runs.name() + ".* TO plain" + database.name());

        String failure =
                load(database, Mode.APPEND).with("run_schema", runs.name()).failure(JobFailedException.class);

        assertTrue(
                failure.contains("the user lacks a right: INSERT command denied") && failure.contains("'lava_runs'")
                        || failure.contains("`lava_runs`"),
                failure);
        assertEquals(OLD, rows(database));
    }

    private static String failure(Load load, String statement, Fault fault) throws IOException {
        int port = (int) load.spec.get("port");
        try (FaultyNetwork network = FaultyNetwork.before(port, statement, fault)) {
            return load.with("port", network.port()).failure(JobFailedException.class);
        }
    }

    private static Report run(Load load, String statement, Fault fault) throws IOException {
        int port = (int) load.spec.get("port");
        try (FaultyNetwork network = FaultyNetwork.before(port, statement, fault)) {
            Report report = load.with("port", network.port()).run();
            assertTrue(network.wasTriggered());
            return report;
        }
    }

    private static Load load(Database database, Mode mode) {
        return Load.by("plain" + database.name(), "secret", database, "t")
                .mode(mode)
                .columns("id INT PRIMARY KEY")
                .of("1\n");
    }

    private static Database table(DatabaseServer server, String... more) {
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (0)");
        database.execute(more);
        String user = "plain" + database.name();
        server.execute(
                "CREATE USER " + user + " IDENTIFIED WITH mysql_native_password"
                        + (server.toString().contains("MySQL") ? " BY 'secret'" : " USING PASSWORD('secret')"),
                "GRANT ALL ON " + database.name() + ".* TO " + user);
        return database;
    }

    private static void assertOnlyTable(Database database, List<List<String>> rows) {
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
        assertEquals(rows, rows(database));
    }

    private static List<List<String>> rows(Database database) {
        return database.query("SELECT id FROM t");
    }
}
