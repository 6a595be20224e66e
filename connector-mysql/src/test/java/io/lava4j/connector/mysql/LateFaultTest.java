package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.FaultyNetwork.Fault;
import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong once the rows are where they belong, and what cannot be taken back. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class LateFaultTest {

    private static final List<List<String>> OLD = List.of(List.of("0"));
    private static final List<List<String>> NEW = List.of(List.of("1"));

    @ParameterizedTest
    @EnumSource
    void aListenerThatFailsOnceTheLoadIsDoneDoesNotFailItAndIsHeardOf(Product product, Sandbox sandbox)
            throws InterruptedException {
        Database database = database(product, product.in(sandbox), "CREATE TABLE t_a (id INT)");
        database.execute("CREATE TABLE t_b (id INT)", "INSERT INTO t_b VALUES (0)");
        List<Report> reports = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        Thread job = new Thread(
                () -> reports.add(run(Load.into(database, "t").mode(Mode.SWITCH).of("1\n"), sentence -> {
                    throw new IllegalStateException("no screen for '" + sentence + "'");
                })));
        job.setUncaughtExceptionHandler((thread, fault) -> heard.add(fault.getMessage()));

        job.start();
        job.join();

        assertEquals(
                List.of("no screen for 'table '" + database.name() + ".t_a' is the one that was filled; '"
                        + database.name() + ".t_b' is empty now'"),
                heard);
        assertEquals(List.of(new Report(1, 0, 1, 0)), reports);
        assertEquals(NEW, database.query("SELECT id FROM t_a"));
        assertEquals(List.of(), database.query("SELECT id FROM t_b"));
    }

    @ParameterizedTest
    @EnumSource
    void norDoesOneThatFailsWhenALostCommitIsFoundToBeCarriedOut(Product product, Sandbox sandbox)
            throws IOException, InterruptedException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(product, server);
        database.execute(
                "CREATE TABLE lava_runs (run_id VARCHAR(64) PRIMARY KEY, written TIMESTAMP DEFAULT CURRENT_TIMESTAMP)");
        List<Report> reports = new ArrayList<>();
        List<String> heard = new ArrayList<>();

        try (FaultyNetwork network = new FaultyNetwork(server.port(), "\\x03.{0,2}(?i:commit)$", Fault.ANSWER_LOST)) {
            Load load = plain(database, Mode.DELETE).with("port", network.port());
            Thread job = new Thread(() -> reports.add(run(load, sentence -> {
                throw new IllegalStateException("no screen");
            })));
            job.setUncaughtExceptionHandler((thread, fault) -> heard.add(fault.getMessage()));
            job.start();
            job.join();
        }

        assertEquals(List.of("no screen"), heard);
        assertEquals(List.of(new Report(1, 0, 1, 0)), reports);
        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatFailsBeforeFailsTheLoad(Product product, Sandbox sandbox) {
        Database database = table(product, product.in(sandbox));
        Load load = Load.into(database, "t").mode(Mode.TRUNCATE).of("1\n");
        String fresh = load.plan().statements().get(0).replaceAll("CREATE TABLE (.*) LIKE .*", "$1");
        database.execute("CREATE TABLE " + fresh + " (id INT)");

        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> run(load, sentence -> {
                    throw new IllegalStateException("no screen");
                }));

        assertEquals(
                "no screen; nothing was loaded, table '" + database.name() + ".t' is as it was", failure.getMessage());
        assertEquals(OLD, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void memoryThatRunsOutLeavesNoTableBehind(Product product, Sandbox sandbox) {
        Database database = table(product, product.in(sandbox));
        database.execute("CREATE TABLE half_a (id INT PRIMARY KEY)", "INSERT INTO half_a VALUES (0)");
        List<List<String>> before = database.query("SHOW TABLES");

        assertEquals(
                "Java heap space; nothing was loaded, table '" + database.name() + ".t' is as it was",
                exhausted(Load.into(database, "t").mode(Mode.TRUNCATE)));
        assertEquals(
                "Java heap space; nothing was loaded, tables '" + database.name() + ".half_b' and '" + database.name()
                        + ".half_a' are as they were",
                exhausted(Load.into(database, "half").mode(Mode.SWITCH).columns("id INT PRIMARY KEY")));
        assertEquals(
                "Java heap space; nothing was loaded, table '" + database.name() + ".more' was not created",
                exhausted(Load.into(database, "more").columns("id INT PRIMARY KEY")));

        assertEquals(before, database.query("SHOW TABLES"));
        assertEquals(OLD, rows(database));
    }

    /** The event that runs out of memory is that of a duplicate, when all rows are there. */
    private static String exhausted(Load load) {
        load.duplicates(Duplicates.IGNORE).of("1\n1\n");
        return assertThrows(
                        OutOfMemoryError.class,
                        () -> run(load, sentence -> {
                            throw new OutOfMemoryError("Java heap space");
                        }))
                .getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void whatASwapHasLostAndCannotBeLookedUpIsAnEvent(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(product, server);
        database.execute("ALTER TABLE t ADD CONSTRAINT positive CHECK (id >= 0)");
        Load load = plain(database, Mode.TRUNCATE);

        // The RENAME, the DROP of the old table, and then the look.
        try (FaultyNetwork network = FaultyNetwork.after(server.port(), "RENAME TABLE", 2, Fault.LOST)) {
            assertEquals(
                    new Report(1, 0, 0, 0), load.with("port", network.port()).run());
            assertTrue(network.wasTriggered());
        }

        assertEquals(
                List.of("table '" + database.name() + ".t': the load is done, but tidying up after it failed: the"
                        + " connection to the server was lost"),
                load.events);
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void anOldTableThatCannotBeBroughtBackIsSaidWithTheStatementToDoIt(Product product, Sandbox sandbox)
            throws IOException, SQLException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(product, server);
        Database hidden = hiddenChild(server, database);
        Load load = plain(database, Mode.TRUNCATE);
        load.settings = quick();

        try (Connection reader = database.connect();
                FaultyNetwork network =
                        FaultyNetwork.meanwhile(server.port(), "DROP TABLE .*_old", () -> read(reader))) {
            String failure = load.with("port", network.port()).failure(JobFailedException.class);

            String side = "'?" + database.name() + ".t_lava_[0-9a-f]{8}_[0-9a-f]{8}";
            String t = "'" + database.name() + ".t'";
            String quoted = "`" + database.name() + "`.`t";
            assertTrue(
                    failure.matches("table " + t
                            + " cannot be swapped: a foreign key that this user cannot see refers to"
                            + " it \\(error (3730|1451)\\), and its old rows could not be brought back: table " + t
                            + ": others have used it all the time, and its RENAME waited 5 times for 1 s; look for long"
                            + " transactions, or load when nobody reads it; table " + t + " holds the new rows, and "
                            + side + "_old' the old ones, which the foreign key still refers to\\. To bring them back,"
                            + " when nobody uses the table: RENAME TABLE " + quoted + "` TO " + quoted
                            + "_lava_\\w+_new`, " + quoted + "_lava_\\w+_old` TO " + quoted + "`"),
                    failure);
            reader.rollback();
            assertEquals(NEW, rows(database));
            database.execute(failure.replaceFirst(".*the table: ", ""));
        }
        assertEquals(OLD, rows(database));
        server.execute("INSERT INTO " + hidden.name() + ".child VALUES (0)", "DROP DATABASE " + hidden.name());
    }

    @ParameterizedTest
    @EnumSource
    void anOldTableIsBroughtBackThoughTheConnectionIsLostInThat(Product product, Sandbox sandbox) throws IOException {
        for (Fault fault : List.of(Fault.LOST, Fault.ANSWER_LOST)) {
            DatabaseServer server = product.withoutTls(sandbox);
            Database database = table(product, server);
            Database hidden = hiddenChild(server, database);
            Load load = plain(database, Mode.TRUNCATE);

            try (FaultyNetwork network =
                    new FaultyNetwork(server.port(), "RENAME TABLE `\\w+`\\.`t` TO `\\w+`\\.`\\w+_new`", fault)) {
                String failure = load.with("port", network.port()).failure(JobFailedException.class);

                assertTrue(network.wasTriggered());
                assertTrue(
                        failure.endsWith("; nothing was loaded, table '" + database.name() + ".t' is as it was"),
                        failure);
            }
            assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
            assertEquals(OLD, rows(database));
            server.execute("DROP DATABASE " + hidden.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatStaysWhenTheServerIsOutOfReachIsSaidAsItIs(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Load recreated = plain(table(product, server), Mode.DROP).notAtomic();

        assertLeftOver(
                "is as it was, but table '\\S+_new' may be left over, and the next load drops it: ",
                server,
                plain(table(product, server), Mode.TRUNCATE),
                "_new` LIKE ");
        assertLeftOver(
                "was not created, but tables beside it whose names begin with 't_lava_[0-9a-f]{8}_' may be left over,"
                        + " and the next load drops them: ",
                server, plain(database(product, server), Mode.APPEND), "CREATE TABLE ");
        assertLeftOver(
                "is gone, as 'atomic' is false, but it may be there again, made anew and empty: ",
                server,
                recreated,
                "CREATE TABLE `" + recreated.schema + "`.`t` ");
        assertLeftOver(
                "and '\\S+t_a' are as they were, but table '\\S+t_b', made for the load, may be there now, empty; drop"
                        + " it, or leave it to the next load: ",
                server,
                plain(
                        database(product, server, "CREATE TABLE t_a (id INT)", "INSERT INTO t_a VALUES (0)"),
                        Mode.SWITCH),
                "CREATE TABLE ");
    }

    private static void assertLeftOver(String left, DatabaseServer server, Load load, String create)
            throws IOException {
        AtomicReference<FaultyNetwork> itself = new AtomicReference<>();
        Fault last = (client, lost, sent, length) -> {
            itself.get().close();
            return false;
        };
        try (FaultyNetwork network = FaultyNetwork.after(server.port(), create, 1, last)) {
            itself.set(network);
            String failure = load.with("port", network.port()).failure(JobFailedException.class);
            assertTrue(
                    failure.matches("table .*: the connection to the server was lost; nothing was loaded, .*" + left
                            + "connection 'test': server 127.0.0.1:\\d+ cannot be reached.*"),
                    failure);
        }
    }

    private static Report run(Load load, Consumer<String> events) {
        try (Prepared prepared = load.prepare()) {
            return prepared.run(new Listener() {
                @Override
                public void event(String sentence) {
                    if (!sentence.startsWith("statement: ")) {
                        events.accept(sentence);
                    }
                }
            });
        }
    }

    private static void read(Connection reader) {
        try {
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("SELECT id FROM t").close();
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A foreign key to the table that the database's users cannot see. */
    private static Database hiddenChild(DatabaseServer server, Database database) {
        Database hidden = server.newDatabase();
        server.execute("CREATE TABLE " + hidden.name() + ".child (id INT, FOREIGN KEY (id) REFERENCES "
                + database.name() + ".t (id))");
        return hidden;
    }

    private static LoadSettings quick() {
        return new LoadSettings(
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofMillis(10));
    }

    private static Load plain(Database database, Mode mode) {
        return Load.by("plain" + database.name(), "secret", database, "t")
                .mode(mode)
                .columns("id INT PRIMARY KEY")
                .of("1\n");
    }

    private static Database table(Product product, DatabaseServer server) {
        return database(product, server, "CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (0)");
    }

    /** With a user whose password travels without TLS. */
    private static Database database(Product product, DatabaseServer server, String... statements) {
        Database database = server.newDatabase();
        database.execute(statements);
        String user = "plain" + database.name();
        server.execute(
                "CREATE USER " + user + " IDENTIFIED WITH mysql_native_password"
                        + (product == Product.MYSQL ? " BY 'secret'" : " USING PASSWORD('secret')"),
                "GRANT ALL ON " + database.name() + ".* TO " + user);
        return database;
    }

    private static List<List<String>> rows(Database database) {
        return database.query("SELECT id FROM t");
    }
}
