package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.connector.mysql.load.PartSizes;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modes that fill a table in place do it by new tables when several connections load: nobody can see a difference. */
@Timeout(300)
@ExtendWith({SandboxExtension.class, FewAtATime.class})
@Execution(ExecutionMode.CONCURRENT)
class ParallelSwapTest {

    private static final LoadSettings SMALL_PARTS = LoadSettings.DEFAULT.cutting(new PartSizes(2_000, 10_000, 1_000));
    private static final String OVER_FOUR = "parallel 4: the data goes over 4 connections at once";
    private static final String ONE = "parallel 4: one connection is used, as ";

    @ParameterizedTest
    @EnumSource
    void deleteReplacesTheTableAndCountsItsRows(Product product, Sandbox sandbox) {
        Database database = table(product.in(sandbox));
        database.execute("INSERT INTO t VALUES (0), (-1)");
        Load load = load(database, Mode.DELETE);

        assertEquals(new Report(3_000, 0, 2, 0), load.run());

        assertEquals(List.of(List.of("3000", "1")), database.query("SELECT COUNT(*), MIN(id) FROM t"));
        assertEquals(OVER_FOUR, load.events.get(0));
        assertTrue(load.statements.stream().noneMatch(statement -> statement.startsWith("DELETE")));
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
    }

    @ParameterizedTest
    @EnumSource
    void abortReplacesAnEmptyTable(Product product, Sandbox sandbox) {
        Database database = table(product.in(sandbox));
        Load load = load(database, Mode.ABORT);

        assertEquals(new Report(3_000, 0, 0, 0), load.run());

        assertEquals(List.of(List.of("3000")), database.query("SELECT COUNT(*) FROM t"));
        assertEquals(OVER_FOUR, load.events.get(0));
        assertEquals(
                "table '" + database.name()
                        + ".t' holds rows, and mode 'abort' wants it empty; empty it, or use another mode",
                load(database, Mode.ABORT).failure(JobFailedException.class));
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatCameBeforeTheRenameFailModeAbort(Product product, Sandbox sandbox) throws IOException {
        assertRowsOfOthersStay(product, sandbox, "_new` LIKE");
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatCameAtTheLastMomentBringTheOldTableBack(Product product, Sandbox sandbox) throws IOException {
        assertRowsOfOthersStay(product, sandbox, "RENAME TABLE");
    }

    private static void assertRowsOfOthersStay(Product product, Sandbox sandbox, String moment) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(server);
        String user = plainUser(product, server, database);
        try (FaultyNetwork network =
                FaultyNetwork.meanwhile(server.port(), moment, () -> database.execute("INSERT INTO t VALUES (-7)"))) {
            Load load = load(Load.by(user, "secret", database, "t").with("port", network.port()), Mode.ABORT);

            assertEquals(
                    "table '" + database.name() + ".t' has got rows since it was found empty, and mode 'abort' wants it"
                            + " empty; look who writes into it; nothing was loaded, table '" + database.name()
                            + ".t' is as it was",
                    load.failure(JobFailedException.class));
        }
        assertEquals(List.of(List.of("-7")), database.query("SELECT id FROM t"));
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
    }

    @ParameterizedTest
    @EnumSource
    void switchReplacesBothTablesInOneStep(Product product, Sandbox sandbox) {
        Database database = pair(product.in(sandbox));
        Load load = load(database, Mode.SWITCH);

        assertEquals(new Report(3_000, 0, 2, 0), load.run());

        assertEquals(List.of(List.of("3000")), database.query("SELECT COUNT(*) FROM t_b"));
        assertEquals(List.of(), database.query("SELECT * FROM t_a"));
        assertEquals(OVER_FOUR, load.events.get(0));
        assertEquals(
                "table '" + database.name() + ".t_b' is the one that was filled; '" + database.name()
                        + ".t_a' is empty now",
                load.events.get(load.events.size() - 1));
        assertEquals(
                1,
                load.statements.stream()
                        .filter(sql -> sql.startsWith("RENAME TABLE"))
                        .count());
        assertEquals(List.of(List.of("t_a"), List.of("t_b")), database.query("SHOW TABLES"));
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatCameIntoTheEmptyOneOfTwoBringBothBack(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = pair(server);
        String user = plainUser(product, server, database);
        try (FaultyNetwork network = FaultyNetwork.meanwhile(
                server.port(), "RENAME TABLE", () -> database.execute("INSERT INTO t_b VALUES (-7)"))) {
            Load load = load(Load.by(user, "secret", database, "t").with("port", network.port()), Mode.SWITCH);

            assertEquals(
                    "table '" + database.name()
                            + ".t_b' has got rows since it was found empty, and mode 'switch' fills an"
                            + " empty one; look who writes into it; nothing was loaded, tables '" + database.name()
                            + ".t_b' and '" + database.name() + ".t_a' are as they were",
                    load.failure(JobFailedException.class));
        }
        assertEquals(List.of(List.of("-7")), database.query("SELECT id FROM t_b"));
        assertEquals(List.of(List.of("-1"), List.of("0")), database.query("SELECT id FROM t_a ORDER BY id"));
        assertEquals(List.of(List.of("t_a"), List.of("t_b")), database.query("SHOW TABLES"));
    }

    @ParameterizedTest
    @EnumSource
    void aForeignKeyThatTheUserCannotSeeBringsBothTablesBack(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = pair(server);
        Database hidden = server.newDatabase();
        server.execute("CREATE TABLE " + hidden.name() + ".child (id INT, FOREIGN KEY (id) REFERENCES "
                + database.name() + ".t_a (id))");

        String failure = load(database, Mode.SWITCH).failure(JobFailedException.class);

        assertTrue(
                failure.matches(
                        "table '.*\\.t_a' cannot be swapped: a foreign key that this user cannot see refers to it .*;"
                                + " nothing was loaded, tables '.*\\.t_b' and '.*\\.t_a' are as they were"),
                failure);
        assertEquals(List.of(List.of("-1"), List.of("0")), database.query("SELECT id FROM t_a ORDER BY id"));
        assertEquals(List.of(), database.query("SELECT id FROM t_b"));
        assertEquals(List.of(List.of("t_a"), List.of("t_b")), database.query("SHOW TABLES"));
    }

    @ParameterizedTest
    @EnumSource
    void whatASwapWouldLoseKeepsTheLoadInPlace(Product product, Sandbox sandbox) {
        Database database = table(product.in(sandbox));
        database.execute(
                "CREATE TABLE watched LIKE t",
                "CREATE TRIGGER watch BEFORE INSERT ON watched FOR EACH ROW SET @seen = 1",
                "CREATE TABLE numbered (id INT AUTO_INCREMENT PRIMARY KEY)",
                "CREATE TABLE s_a LIKE t",
                "INSERT INTO s_a VALUES (0)");
        String schema = database.name();

        assertInPlace(
                "table '" + schema + ".watched': it has triggers (watch), which a swap would lose",
                database,
                "watched",
                Mode.DELETE);
        assertInPlace(
                "table '" + schema
                        + ".numbered' has an AUTO_INCREMENT column, and a swap would begin its numbers again",
                database,
                "numbered",
                Mode.ABORT);
        Load half = load(Load.into(database, "s").columns("id INT PRIMARY KEY"), Mode.SWITCH);
        assertEquals(new Report(3_000, 0, 1, 0), half.run());
        assertEquals(ONE + "table '" + schema + ".s_b' is missing", half.events.get(0));
    }

    private static void assertInPlace(String reason, Database database, String table, Mode mode) {
        Load load = load(Load.into(database, table), mode);

        assertEquals(3_000, load.run().rows());
        assertEquals(ONE + reason, load.events.get(0));
    }

    private static Load load(Database database, Mode mode) {
        return load(Load.into(database, "t"), mode);
    }

    private static Load load(Load load, Mode mode) {
        load.settings = SMALL_PARTS;
        return load.mode(mode)
                .parallel(4)
                .of(IntStream.rangeClosed(1, 3_000).mapToObj(id -> id + "\n").collect(Collectors.joining()));
    }

    private static Database table(DatabaseServer server) {
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)");
        return database;
    }

    private static Database pair(DatabaseServer server) {
        Database database = server.newDatabase();
        database.execute(
                "CREATE TABLE t_a (id INT PRIMARY KEY)",
                "INSERT INTO t_a VALUES (0), (-1)",
                "CREATE TABLE t_b (id INT PRIMARY KEY)");
        return database;
    }

    private static String plainUser(Product product, DatabaseServer server, Database database) {
        String user = "plain" + database.name();
        server.execute(
                "CREATE USER " + user + " IDENTIFIED WITH mysql_native_password"
                        + (product == Product.MYSQL ? " BY 'secret'" : " USING PASSWORD('secret')"),
                "GRANT ALL ON " + database.name() + ".* TO " + user);
        return user;
    }
}
