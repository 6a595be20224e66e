package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run loses its connection, and another is the next to have the target's lock: what is there then is the other's. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class SecondRunTest {

    private static final String RUNS = "CREATE TABLE lava_runs (run_id VARCHAR(64) NOT NULL PRIMARY KEY,"
            + " written TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY (written))";
    private static final String COMMIT = "\\x03.{0,2}(?i:commit)$";
    private static final List<List<String>> SEVEN = List.of(List.of("7"));
    private static final List<List<String>> ONE = List.of(List.of("1"));

    @ParameterizedTest
    @EnumSource
    void aTableThatWasEmptiedAndFilledAgainIsNotTruncated(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = database(
                product,
                server,
                RUNS,
                "CREATE TABLE t_a (id INT PRIMARY KEY)",
                "CREATE TABLE t_b (id INT PRIMARY KEY)",
                "INSERT INTO t_a VALUES (0)");
        Load load = load(database, Mode.SWITCH);
        NextInLine other = NextInLine.executing(server, database, true, "INSERT INTO t_a VALUES (7)");

        try (FaultyNetwork network = new FaultyNetwork(server.port(), COMMIT, other)) {
            assertEquals(
                    new Report(1, 0, 1, 0), load.with("port", network.port()).run());
        }
        other.join();

        assertEquals(SEVEN, database.query("SELECT id FROM t_a"));
        assertEquals(ONE, database.query("SELECT id FROM t_b"));
        assertEquals(
                "table '" + database.name() + ".t_a' was filled again meanwhile, and is left alone",
                load.events.get(load.events.size() - 1));
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatWasMadeAnewAndFilledByAnotherIsNotDropped(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = database(product, server, "CREATE TABLE t (id INT PRIMARY KEY)");
        NextInLine other = NextInLine.executing(server, database, false, "INSERT INTO t VALUES (7)");

        String failure = failureOnceMade("t", load(database, Mode.DROP).notAtomic(), other);

        assertEquals(SEVEN, database.query("SELECT id FROM t"));
        assertTrue(
                failure.endsWith(
                        "; nothing was loaded, table '" + database.name() + ".t' is gone, as 'atomic' is false,"
                                + " and what has its name now was filled by somebody else"),
                failure);
    }

    @ParameterizedTest
    @EnumSource
    void theHalfOfASwitchThatWasMadeAndFilledByAnotherIsNotDropped(Product product, Sandbox sandbox)
            throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database =
                database(product, server, "CREATE TABLE t_a (id INT PRIMARY KEY)", "INSERT INTO t_a VALUES (0)");
        NextInLine other = NextInLine.executing(server, database, false, "INSERT INTO t_b VALUES (7)");

        failureOnceMade("t_b", load(database, Mode.SWITCH), other);

        assertEquals(SEVEN, database.query("SELECT id FROM t_b"));
    }

    @ParameterizedTest
    @EnumSource
    void aNewTableThatAnotherHasMadeIsNotTakenForItsOwn(Product product, Sandbox sandbox) throws IOException {
        for (Mode mode : List.of(Mode.APPEND, Mode.SWITCH)) {
            DatabaseServer server = product.withoutTls(sandbox);
            Database database = database(product, server);
            Load second = load(database, mode, "7\n");
            NextInLine other = NextInLine.running(server, false, second);

            String failure = failure(load(database, mode), "RENAME TABLE", other);

            assertTrue(
                    failure.startsWith("table '" + database.name() + ".t': the connection was lost in RENAME TABLE, so"
                            + " the load may or may not be committed. How to look: "),
                    failure);
            assertEquals(
                    mode == Mode.SWITCH ? List.of(List.of("t_a"), List.of("t_b")) : List.of(List.of("t")),
                    database.query("SHOW TABLES"));
            assertEquals(SEVEN, database.query("SELECT id FROM t" + (mode == Mode.SWITCH ? "_a" : "")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatSomebodyMakesBetweenDropAndCreateIsTheirs(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = database(product, server, "CREATE TABLE t (id INT PRIMARY KEY)");
        Load load = load(database, Mode.DROP).notAtomic();

        try (FaultyNetwork network = FaultyNetwork.meanwhile(
                server.port(), "CREATE TABLE `\\w+`\\.`t` ", () -> database.execute("CREATE TABLE t (theirs INT)"))) {
            String failure = load.with("port", network.port()).failure(JobFailedException.class);

            assertTrue(
                    failure.contains("already exists (error 1050); nothing was loaded, table '" + database.name()
                            + ".t' is gone, as 'atomic' is false, and what has its name now was made by somebody else"),
                    failure);
        }
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
        assertEquals(List.of(), database.query("SELECT theirs FROM t"));
    }

    private static String failure(Load load, String statement, NextInLine other) throws IOException {
        return failure(load, new FaultyNetwork((int) load.spec.get("port"), statement, other), other);
    }

    /** The connection is lost in the statement after the one that makes the table. */
    private static String failureOnceMade(String table, Load load, NextInLine other) throws IOException {
        String create = "CREATE TABLE `" + load.schema + "`.`" + table + "` ";
        return failure(load, FaultyNetwork.after((int) load.spec.get("port"), create, 1, other), other);
    }

    private static String failure(Load load, FaultyNetwork broken, NextInLine other) throws IOException {
        try (FaultyNetwork network = broken) {
            String failure = load.with("port", network.port()).failure(JobFailedException.class);
            other.join();
            return failure;
        }
    }

    private static Load load(Database database, Mode mode) {
        return load(database, mode, "1\n");
    }

    private static Load load(Database database, Mode mode, String data) {
        return Load.by("plain" + database.name(), "secret", database, "t")
                .mode(mode)
                .columns("id INT PRIMARY KEY")
                .of(data);
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
}
