package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the session of a load lives and ends. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class SessionTest {

    private static final List<List<String>> BEFORE = List.of(List.of("0"));

    @ParameterizedTest
    @EnumSource
    void thePlanIsTheExactStatementsAndPreparingChangesNothing(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        Plan plan = Load.into(database, "T")
                .mode(Mode.DELETE)
                .quote("\"")
                .headerLines(2)
                .of("1\n", "2\n")
                .plan();

        String table = "`" + database.name() + "`.`t`";
        String load = "LOAD DATA LOCAL INFILE 'lava4j' INTO TABLE " + table
                + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' ENCLOSED BY '\"' ESCAPED BY '\\\\'"
                + " LINES TERMINATED BY X'0A' IGNORE 2 LINES";
        assertEquals(
                new Plan(
                        database.name(),
                        "t",
                        "client",
                        "type 'mysql' cannot load from S3 by itself",
                        List.of("DELETE FROM " + table, load, load)),
                plan);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void theSessionHasItsOwnLimitsAndIsolation(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute(
                "CREATE TABLE seen (s TEXT)",
                "CREATE TRIGGER look AFTER INSERT ON t FOR EACH ROW INSERT INTO seen VALUES (CONCAT_WS(' ',"
                        + " @@net_read_timeout, @@net_write_timeout, @@wait_timeout, @@lock_wait_timeout, @@innodb_lock_wait_timeout,"
                        + " @@sql_notes + 0, @@lc_messages, @@autocommit + 0, @@transaction_isolation))");
        Load load = Load.into(database, "t").of("1\n");
        load.settings = new LoadSettings(Duration.ofSeconds(90), Duration.ofSeconds(7), Duration.ofSeconds(1));

        load.run();

        assertEquals(
                List.of(List.of("150 150 3600 7 7 0 en_US 0 REPEATABLE-READ")), database.query("SELECT s FROM seen"));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheServerTellsEverySessionDoesNotTouchALoad(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        String own = product == Product.MYSQL
                ? ", max_execution_time"
                : ", check_constraint_checks, max_statement_time, sql_if_exists";
        String seen = ("foreign_key_checks, unique_checks, completion_type, sql_select_limit, sql_big_selects,"
                        + " sql_auto_is_null, sql_quote_show_create, sql_safe_updates, transaction_read_only" + own)
                .replaceAll("[a-z_]+", "@@$0");
        database.execute(
                "CREATE TABLE seen (s TEXT)",
                "CREATE TRIGGER look AFTER INSERT ON t FOR EACH ROW INSERT INTO seen VALUES (CONCAT_WS(' ', " + seen
                        + "))",
                "CREATE TABLE child (id INT, FOREIGN KEY (id) REFERENCES t (id))");
        String failure;
        server.execute("SET GLOBAL init_connect = 'SET foreign_key_checks = 0, unique_checks = 0, completion_type = 2,"
                + " sql_select_limit = 1, sql_big_selects = 0, sql_auto_is_null = 1, sql_quote_show_create = 0,"
                + " sql_safe_updates = 1"
                + (product == Product.MYSQL
                        ? ", max_execution_time = 50000"
                        : ", check_constraint_checks = 0, max_statement_time = 50, sql_if_exists = 1")
                + "; SET SESSION TRANSACTION READ ONLY'");
        try {
            Load.into(database, "t").of("1\n").run();
            failure = Load.into(database, "child").of("7\n").failure(JobFailedException.class);
        } finally {
            server.execute("SET GLOBAL init_connect = ''");
        }

        assertEquals(
                List.of(List.of(
                        product == Product.MYSQL
                                ? "1 1 NO_CHAIN 18446744073709551615 1 0 1 0 0 0"
                                : "ON ON NO_CHAIN 18446744073709551615 ON OFF ON OFF OFF ON 0.000000 OFF")),
                database.query("SELECT s FROM seen"));
        assertTrue(failure.contains("foreign key constraint fails"), failure);
        assertEquals(List.of(), database.query("SELECT * FROM child"));
    }

    @ParameterizedTest
    @EnumSource
    void progressIsToldInBytesOfTheObjects(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        List<String> told = new ArrayList<>();

        try (Prepared prepared = Load.into(database, "t").of("1\n22", "333\n").prepare()) {
            prepared.run(new Listener() {
                @Override
                public void progress(long bytes, long total) {
                    told.add(bytes + "/" + total);
                }
            });
        }

        assertEquals(List.of("4/8", "8/8"), told);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftInTheProcessListAfterClose(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);

        Load.into(database, "t").of("1\n").run();
        Load.into(database, "t").of("1\n").failure(JobFailedException.class);
        Load.into(database, "t").columns("nope").of("1\n").failure(JobFailedException.class);

        awaitNoSession(server, database);
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatIsGoneAtTheServerFailsTheLoad(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        Stalling stalling = new Stalling();
        Load load = Load.into(database, "t").of(stalling, 1000);

        stalling.whenReached(() -> {
            for (List<String> session : sessions(server, database)) {
                server.execute("KILL " + session.get(0));
            }
            stalling.release.countDown();
        });
        String failure = load.failure(JobFailedException.class);

        assertTrue(failure.endsWith("; nothing was loaded, table '" + database.name() + ".t' is as it was"), failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsTheLoadAndItsSession(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        Stalling stalling = new Stalling();
        Thread job = Thread.currentThread();
        stalling.whenReached(job::interrupt);

        String failure =
                Load.into(database, "t").mode(Mode.DELETE).of(stalling, 1000).failure(CancelledException.class);
        boolean interrupted = Thread.interrupted();
        stalling.release.countDown();

        assertTrue(interrupted, "the interrupt is handed on");
        assertEquals(
                "the load was interrupted; nothing was loaded, table '" + database.name() + ".t' is as it was",
                failure);
        awaitNoSession(server, database);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondLoadIntoTheTableWaitsItsTurn(Product product, Sandbox sandbox) throws SQLException {
        Database database = table(product, sandbox);
        Load load = Load.into(database, "t").of("1\n");
        load.settings = new LoadSettings(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT GET_LOCK(CONCAT('lava:', LEFT(SHA2('" + database.name() + ".t', 256), 40)), 0)");
            String failure = load.failure(JobFailedException.class);

            assertTrue(
                    failure.matches(
                            "table '.*\\.t': another load into it has held the lock 'lava:[0-9a-f]{40}' for 1 s;"
                                    + " wait for its end, or end it; nothing was loaded, table '.*\\.t' is as it was"),
                    failure);
        }
        assertEquals(new Report(1, 0, 0, 0), Load.into(database, "t").of("1\n").run());
    }

    @ParameterizedTest
    @EnumSource
    void aLoadThatHasLostItsLockIsNotCommitted(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute(
                "CREATE TRIGGER lose AFTER INSERT ON t FOR EACH ROW SET @lost = RELEASE_LOCK(CONCAT('lava:', LEFT(SHA2('"
                        + database.name() + ".t', 256), 40)))");

        String failure = Load.into(database, "t").of("1\n").failure(JobFailedException.class);

        assertTrue(failure.startsWith("table '" + database.name() + ".t': the load has lost its lock 'lava:"), failure);
        assertTrue(failure.endsWith("; nothing was loaded, table '" + database.name() + ".t' is as it was"), failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatAnotherHoldsFailsTheLoadInTime(Product product, Sandbox sandbox) throws SQLException {
        Database database = table(product, sandbox);
        Load load = Load.into(database, "t").mode(Mode.DELETE).of("1\n");
        load.settings = new LoadSettings(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE t SET s = 'held'");
            String failure = load.failure(JobFailedException.class);

            assertTrue(
                    failure.startsWith("table '" + database.name()
                            + ".t': another session holds a lock on it: Lock wait timeout exceeded"),
                    failure);
            other.rollback();
        }
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aSessionForQueriesSendsNoFile(Product product, Sandbox sandbox) throws SQLException {
        Database database = table(product, sandbox);

        try (Connection connection = Load.into(database, "t").connection().open();
                Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute("LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE t (s)"));

            assertTrue(refused.getMessage().contains("disabled"), refused.getMessage());
        }
        assertUnchanged(database);
    }

    private static void awaitNoSession(DatabaseServer server, Database database) {
        Until.is("no session is left", () -> sessions(server, database).isEmpty());
    }

    private static List<List<String>> sessions(DatabaseServer server, Database database) {
        return server.query("SELECT id FROM information_schema.processlist WHERE user = '" + database.user() + "'");
    }

    private static Database table(Product product, Sandbox sandbox) {
        return table(product.in(sandbox));
    }

    private static Database table(DatabaseServer server) {
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, s VARCHAR(20))", "INSERT INTO t VALUES (0, 'old')");
        database.execute("ALTER TABLE t DROP COLUMN s", "ALTER TABLE t ADD s VARCHAR(20) INVISIBLE");
        return database;
    }

    private static void assertUnchanged(Database database) {
        assertEquals(BEFORE, database.query("SELECT id FROM t"));
    }
}
