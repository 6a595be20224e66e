package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxExtension.class)
class ModesTest {

    @ParameterizedTest
    @EnumSource
    void appendKeepsTheRowsThatAreThere(Product product, Sandbox sandbox) {
        Database database = tableWithOneRow(product, sandbox);

        Report report = Load.into(database, "t").of("1,one\n2,two\n").run();

        assertEquals(new Report(2, 0, 0, 0), report);
        assertEquals(List.of(List.of("0", "old"), List.of("1", "one"), List.of("2", "two")), rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void deleteReplacesAllRows(Product product, Sandbox sandbox) {
        Database database = tableWithOneRow(product, sandbox);

        Report report = Load.into(database, "t")
                .mode(Mode.DELETE)
                .of("1,one\n", "2,two\n")
                .run();

        assertEquals(new Report(2, 0, 1, 0), report);
        assertEquals(List.of(List.of("1", "one"), List.of("2", "two")), rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void whatDeleteDoesToRowsOfOtherTablesIsToldAlsoByAPlan(Product product, Sandbox sandbox) {
        Database database = tableWithOneRow(product, sandbox);
        String schema = database.name();
        database.execute(
                "CREATE TABLE dependent (id INT, CONSTRAINT on_it FOREIGN KEY (id) REFERENCES t (id) ON DELETE CASCADE)",
                "CREATE TABLE friend (id INT, CONSTRAINT of_it FOREIGN KEY (id) REFERENCES t (id) ON DELETE SET NULL)",
                "CREATE TABLE child (id INT, FOREIGN KEY (id) REFERENCES t (id))",
                "INSERT INTO dependent VALUES (0)",
                "INSERT INTO friend VALUES (0)",
                "CREATE TRIGGER watch AFTER DELETE ON t FOR EACH ROW SET @seen = 1",
                "CREATE TRIGGER enter AFTER INSERT ON t FOR EACH ROW SET @seen = 1");
        Load load = Load.into(database, "t").mode(Mode.DELETE).of("1,one\n");
        String start = "table '" + schema + ".t': mode 'delete' deletes its rows, and ";
        List<String> told = List.of(
                start + "also deletes the rows of '" + schema
                        + ".dependent' that refer to them (key 'on_it', ON DELETE CASCADE)",
                start + "also sets to NULL what refers to them in '" + schema
                        + ".friend' (key 'of_it', ON DELETE SET NULL)",
                start + "its DELETE triggers run for each (watch)");

        assertEquals(told, load.plan().notes());
        load.run();

        assertEquals(told, load.events);
        assertEquals(List.of(), database.query("SELECT id FROM dependent"));
        assertEquals(List.of(List.of("1")), database.query("SELECT COUNT(*) FROM friend WHERE id IS NULL"));
        assertEquals(List.of(), Load.into(database, "t").of("2,two\n").plan().notes(), "append deletes nothing");
    }

    @ParameterizedTest
    @EnumSource
    void whatSwitchDoesToRowsOfOtherTablesIsTold(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute(
                "CREATE TABLE t_a (id INT PRIMARY KEY)",
                "CREATE TABLE t_b LIKE t_a",
                "INSERT INTO t_b VALUES (0)",
                "CREATE TABLE child (id INT, CONSTRAINT up FOREIGN KEY (id) REFERENCES t_b (id) ON DELETE CASCADE)");

        assertEquals(
                List.of("table '" + database.name() + ".t_b': mode 'switch' deletes its rows, and also deletes the rows"
                        + " of '" + database.name() + ".child' that refer to them (key 'up', ON DELETE CASCADE)"),
                Load.into(database, "t").mode(Mode.SWITCH).of("1\n").plan().notes());
    }

    @ParameterizedTest
    @EnumSource
    void deleteBringsTheOldRowsBackWhenTheDataIsBad(Product product, Sandbox sandbox) {
        Database database = tableWithOneRow(product, sandbox);

        String failure = Load.into(database, "t")
                .mode(Mode.DELETE)
                .of("1,one\n", "x,two\n")
                .failure(JobFailedException.class);

        assertEquals(
                "object 's3://bucket/part-1', row 1: Incorrect integer value: 'x' for column "
                        + (product == Product.MYSQL ? "'id'" : "`" + database.name() + "`.`t`.`id`")
                        + " at row 1 (error 1366); in all 1 warning and 0 skipped rows; mend the data, or allow such rows with max_warnings; nothing was loaded, table '"
                        + database.name() + ".t' is as it was",
                failure);
        assertEquals(List.of(List.of("0", "old")), rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void abortLoadsAnEmptyTableAndNoOther(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20))");

        assertEquals(
                new Report(1, 0, 0, 0),
                Load.into(database, "t").mode(Mode.ABORT).of("1,one\n").run());
        assertEquals(
                "table '" + database.name()
                        + ".t' holds rows, and mode 'abort' wants it empty; empty it, or use another mode",
                Load.into(database, "t").mode(Mode.ABORT).of("2,two\n").failure(JobFailedException.class));
        assertEquals(List.of(List.of("1", "one")), rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void abortKeepsRowsOfOthersOutToItsEnd(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20), KEY (name))");
        String user = "few" + database.name();
        server.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "GRANT SELECT, INSERT ON " + database.name() + ".t TO " + user);
        List<String> refusals = new ArrayList<>();
        InputStream data = new SequenceInputStream(text("1,one\n"), new LateStream(() -> {
            refusals.add(refusal(database, "INSERT INTO t VALUES (5, 'another')"));
            return text("2,two\n");
        }));

        Report report = Load.by(user, "secret", database, "t")
                .mode(Mode.ABORT)
                .of(data, 12)
                .run();

        assertEquals(1, refusals.size());
        assertTrue(refusals.get(0).contains("Lock wait timeout exceeded"), refusals.get(0));
        assertEquals(new Report(2, 0, 0, 0), report);
        assertEquals(List.of(List.of("1", "one"), List.of("2", "two")), rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void abortWaitsForARowThatAnotherIsAboutToCommit(Product product, Sandbox sandbox) throws SQLException {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20))");
        Load load = Load.into(database, "t").mode(Mode.ABORT).of("1,one\n");
        load.settings = new LoadSettings(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO t VALUES (5, 'another')");
            String failure = load.failure(JobFailedException.class);
            other.commit();

            assertTrue(
                    failure.startsWith("table '" + database.name() + ".t': another session holds a lock on it: "),
                    failure);
        }
        assertEquals(List.of(List.of("5", "another")), rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void switchWaitsForARowThatAnotherIsAboutToCommit(Product product, Sandbox sandbox) throws SQLException {
        Database database = product.in(sandbox).newDatabase();
        database.execute(
                "CREATE TABLE t_a (id INT PRIMARY KEY, name VARCHAR(20))",
                "CREATE TABLE t_b LIKE t_a",
                "INSERT INTO t_b VALUES (0, 'old')");
        Load load = Load.into(database, "t").mode(Mode.SWITCH).of("1,one\n");
        load.settings = new LoadSettings(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO t_a VALUES (5, 'another')");
            String failure = load.failure(JobFailedException.class);
            other.commit();

            assertTrue(failure.contains("another session holds a lock on it: "), failure);
        }
        assertEquals(List.of(List.of("5", "another")), database.query("SELECT * FROM t_a"));
        assertEquals(List.of(List.of("0", "old")), database.query("SELECT * FROM t_b"));
    }

    @ParameterizedTest
    @EnumSource
    void replaceTakesTheNewRowAndIgnoreKeepsTheOldOne(Product product, Sandbox sandbox) {
        Database database = tableWithOneRow(product, sandbox);

        Report replaced = Load.into(database, "t")
                .duplicates(Duplicates.REPLACE)
                .of("0,new\n1,one\n")
                .run();
        Load ignoring = Load.into(database, "t").duplicates(Duplicates.IGNORE).of("0,newer\n2,two\n");
        Report ignored = ignoring.run();

        assertEquals(new Report(2, 0, 1, 0), replaced);
        assertEquals(new Report(1, 1, 0, 1), ignored);
        assertEquals(List.of(List.of("0", "new"), List.of("1", "one"), List.of("2", "two")), rows(database));
    }

    private static String refusal(Database database, String statement) {
        try (Connection other = database.connect();
                Statement session = other.createStatement()) {
            session.execute("SET innodb_lock_wait_timeout = 1");
            session.execute(statement);
            return "";
        } catch (SQLException refused) {
            return refused.getMessage();
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Database tableWithOneRow(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20))", "INSERT INTO t VALUES (0, 'old')");
        return database;
    }

    private static List<List<String>> rows(Database database) {
        return database.query("SELECT id, name FROM t ORDER BY id");
    }

    /** Bytes that are made when they are first read. */
    private static final class LateStream extends FilterInputStream {

        private final Supplier<InputStream> source;

        LateStream(Supplier<InputStream> source) {
            super(null);
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (in == null) {
                in = source.get();
            }
            return in.read(buffer, from, length);
        }

        @Override
        public void close() {}
    }
}
