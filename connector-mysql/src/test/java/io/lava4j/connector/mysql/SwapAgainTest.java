package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others do to a table while a new one is filled to take its place. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class SwapAgainTest {

    private static final List<List<String>> OLD = List.of(List.of("0"));
    private static final List<List<String>> NEW = List.of(List.of("1"));
    private static final String LOSES = ", which a swap would lose; set 'atomic: false', or use 'mode: delete'";

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATE", "DROP"})
    void aTriggerThatAppearsForbidsIt(Mode mode, Sandbox sandbox) {
        for (Product product : Product.values()) {
            Database database = table(product, sandbox);

            String failure =
                    failure(database, mode, "CREATE TRIGGER watch BEFORE INSERT ON t FOR EACH ROW SET @seen = 1");

            assertEquals(changed(database, "it has triggers (watch)" + LOSES), failure);
            assertOnlyTheOldRows(database, "t");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATE", "DROP"})
    void aForeignKeyThatAppearsForbidsIt(Mode mode, Sandbox sandbox) {
        for (Product product : Product.values()) {
            Database database = table(product, sandbox);

            String failure = failure(
                    database, mode, "CREATE TABLE child (id INT, CONSTRAINT up FOREIGN KEY (id) REFERENCES t (id))");

            String key = database.name() + ".child.up";
            assertTrue(
                    failure.startsWith("table '" + database.name() + ".t' was changed by others while it was loaded:"
                            + " foreign keys lead to it (" + key + "), which a swap would lose"),
                    failure);
            assertOnlyTheOldRows(database, "child", "t");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatAppearsIsNotSwappedAwayByACopy(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        String failure = failure(database, Mode.TRUNCATE, "ALTER TABLE t ADD late INT NOT NULL DEFAULT 7");

        String seven = product == Product.MYSQL ? "'7'" : "7";
        assertEquals(
                changed(
                        database,
                        "it now has '`late` int" + (product == Product.MYSQL ? "" : "(11)") + " NOT NULL DEFAULT "
                                + seven + "', and had no such, which a swap would bring back; run the job again"),
                failure);
        assertEquals(List.of(List.of("0", "7")), database.query("SELECT id, late FROM t"));
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsMadeAnewTakesNoColumnOver(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        assertEquals(
                new Report(1, 0, 0, 0),
                load(database, Mode.DROP, "ALTER TABLE t ADD late INT").run());

        assertEquals(NEW, database.query("SELECT * FROM t"));
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void aHistoryThatAppearsForbidsIt(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        assertEquals(
                "table '" + database.name() + ".t' is system-versioned, and mode 'drop' would lose its history;"
                        + " use 'mode: delete'; nothing was loaded, table '" + database.name() + ".t' is as it was",
                failure(database, Mode.DROP, "ALTER TABLE t ADD SYSTEM VERSIONING"));
        assertOnlyTheOldRows(database, "t");
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsGoneIsNotReplaced(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        assertEquals(
                changed(database, "it is gone, or the user has no rights on it; run the job again when it is there"),
                failure(database, Mode.TRUNCATE, "RENAME TABLE t TO kept"));
        assertEquals(List.of(List.of("kept")), database.query("SHOW TABLES"));
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfOthersForbidNothing(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("ALTER TABLE t MODIFY id INT AUTO_INCREMENT, COMMENT = 'the next) AUTO_INCREMENT=5'");

        load(database, Mode.TRUNCATE, "INSERT INTO t VALUES (70)").run();

        assertEquals(NEW, database.query("SELECT id FROM t"));
    }

    private static String failure(Database database, Mode mode, String meanwhile) {
        return load(database, mode, meanwhile).failure(JobFailedException.class);
    }

    private static Load load(Database database, Mode mode, String meanwhile) {
        return Load.into(database, "t")
                .mode(mode)
                .columns("id INT PRIMARY KEY")
                .of(Meanwhile.of("1\n", () -> database.execute(meanwhile)));
    }

    private static String changed(Database database, String how) {
        String table = "table '" + database.name() + ".t'";
        return table + " was changed by others while it was loaded: " + how + "; nothing was loaded, " + table
                + " is as it was";
    }

    private static Database table(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (0)");
        return database;
    }

    private static void assertOnlyTheOldRows(Database database, String... tables) {
        assertEquals(
                List.of(tables).toString(),
                database.query("SHOW TABLES").stream()
                        .map(row -> row.get(0))
                        .toList()
                        .toString());
        assertEquals(OLD, database.query("SELECT id FROM t"));
    }
}
