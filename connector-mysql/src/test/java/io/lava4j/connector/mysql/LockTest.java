package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads that would get in each other's way through the tables that mode switch works on. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class LockTest {

    private static final List<List<String>> OLD = List.of(List.of("0"));

    @ParameterizedTest
    @EnumSource
    void aSwitchWaitsForALoadIntoEitherTableAndLeavesItsTablesAlone(Product product, Sandbox sandbox)
            throws SQLException {
        Database database = tables(product, sandbox);

        for (String table : List.of("t_a", "t_b")) {
            String side = sideTable(database, table);
            database.execute("CREATE TABLE " + side + " (id INT)");
            try (Connection other = database.connect();
                    Statement statement = other.createStatement()) {
                statement.execute("SELECT GET_LOCK(" + lock(database, table) + ", 0)");
                String failure = impatient(Load.into(database, "t").mode(Mode.SWITCH))
                        .of("1\n")
                        .failure(JobFailedException.class);

                assertTrue(
                        failure.matches("table '" + database.name() + "\\." + table
                                + "': another load into it has held the lock 'lava:[0-9a-f]{40}' for 1 s;"
                                + " wait for its end, or end it; nothing was loaded, tables '.*\\.t_b' and '.*\\.t_a'"
                                + " are as they were"),
                        failure);
            }
            assertEquals(List.of(), database.query("SELECT * FROM " + side));
        }
        assertEquals(OLD, database.query("SELECT id FROM t_a"));
        assertEquals(new Report(1, 0, 1, 0), switching(database).of("1\n").run());
    }

    @ParameterizedTest
    @EnumSource
    void aLoadIntoEitherTableWaitsForASwitch(Product product, Sandbox sandbox) {
        Database database = tables(product, sandbox);
        AtomicReference<String> failures = new AtomicReference<>("");

        switching(database)
                .of(Meanwhile.of("1\n", () -> {
                    for (String table : List.of("t_a", "t_b")) {
                        String failure =
                                impatient(Load.into(database, table)).of("2\n").failure(JobFailedException.class);
                        failures.accumulateAndGet(failure.replaceAll(" the lock .*", "\n"), String::concat);
                    }
                }))
                .run();

        String start = "table '" + database.name();
        assertEquals(
                start + ".t_a': another load into it has held\n" + start + ".t_b': another load into it has held\n",
                failures.get());
        assertEquals(List.of(), database.query("SELECT id FROM t_a"));
        assertEquals(List.of(List.of("1")), database.query("SELECT id FROM t_b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "t_a", "t_b"})
    void aSwitchThatHasLostOneOfItsLocksIsNotCommitted(String lost, Sandbox sandbox) {
        Database database = tables(Product.MYSQL, sandbox);
        database.execute("CREATE TRIGGER lose AFTER INSERT ON t_b FOR EACH ROW SET @lost = RELEASE_LOCK("
                + lock(database, lost) + ")");

        String failure = switching(database).of("1\n").failure(JobFailedException.class);

        assertTrue(
                failure.startsWith("table '" + database.name() + "." + lost + "': the load has lost its lock 'lava:"),
                failure);
        assertEquals(OLD, database.query("SELECT id FROM t_a"));
        assertEquals(List.of(), database.query("SELECT id FROM t_b"));
    }

    private static Load switching(Database database) {
        return Load.into(database, "t").mode(Mode.SWITCH);
    }

    private static Load impatient(Load load) {
        load.settings = new LoadSettings(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
        return load;
    }

    private static String lock(Database database, String table) {
        return "CONCAT('lava:', LEFT(SHA2('" + database.name() + "." + table + "', 256), 40))";
    }

    /** The name of a table that a load into another makes beside it. */
    private static String sideTable(Database database, String table) {
        return Load.into(database, table)
                .mode(Mode.TRUNCATE)
                .of("1\n")
                .plan()
                .statements()
                .get(0)
                .replaceAll("CREATE TABLE `.*`\\.`(.*)` LIKE .*", "$1");
    }

    private static Database tables(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute(
                "CREATE TABLE t_a (id INT PRIMARY KEY)", "CREATE TABLE t_b LIKE t_a", "INSERT INTO t_a VALUES (0)");
        return database;
    }
}
