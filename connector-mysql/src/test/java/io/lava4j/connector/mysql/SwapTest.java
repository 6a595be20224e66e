package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.ServerOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new table in the place of the old one: what it keeps, what forbids it, and what it waits for. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class SwapTest {

    private static final String WAY_OUT = "; set 'atomic: false', or use 'mode: delete'";
    private static final List<List<String>> OLD = List.of(List.of("0"));
    private static final List<List<String>> NEW = List.of(List.of("1"));

    @ParameterizedTest
    @EnumSource
    void thePlanIsAllStatementsAndNamesFitWhateverTheTableIsCalled(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        String table = "t".repeat(64);
        database.execute("CREATE TABLE " + table + " (id INT)");
        Load load = Load.into(database, table).mode(Mode.TRUNCATE).of("1\n");

        List<String> statements = load.plan().statements();
        load.run();

        String schema = "`" + database.name() + "`.";
        String side = schema + "`t{37}_lava_[0-9a-f]{8}_[0-9a-f]{8}_";
        String target = schema + "`" + table + "`";
        assertEquals(4, statements.size());
        assertTrue(statements.get(0).matches("CREATE TABLE " + side + "new` LIKE " + target), statements.get(0));
        assertTrue(statements.get(1).matches("LOAD DATA LOCAL .* INTO TABLE " + side + "new` .*"), statements.get(1));
        assertTrue(
                statements
                        .get(2)
                        .matches("RENAME TABLE " + target + " TO " + side + "old`, " + side + "new` TO " + target),
                statements.get(2));
        assertTrue(statements.get(3).matches("DROP TABLE " + side + "old`"), statements.get(3));
        assertEquals(List.of(List.of(table)), database.query("SHOW TABLES"));
    }

    @ParameterizedTest
    @EnumSource
    void triggersForbidIt(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("CREATE TRIGGER watch BEFORE INSERT ON t FOR EACH ROW SET @seen = 1");

        assertEquals(
                "table '" + database.name() + ".t': it has triggers (watch), which a swap would lose" + WAY_OUT,
                truncating(database).failure(JobFailedException.class));
        assertEquals(OLD, rows(database));
        assertEquals(new Report(1, 0, 0, 0), truncating(database).notAtomic().run());
        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void foreignKeysForbidItInBothDirections(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        String schema = database.name();
        database.execute(
                "CREATE TABLE child (id INT, CONSTRAINT up FOREIGN KEY (id) REFERENCES t (id))",
                "CREATE TABLE dependent (id INT, CONSTRAINT on_it FOREIGN KEY (id) REFERENCES t (id) ON DELETE CASCADE)",
                "CREATE TABLE friend (id INT, CONSTRAINT of_it FOREIGN KEY (id) REFERENCES t (id) ON DELETE SET NULL)");

        assertEquals(
                "table '" + schema + ".t': foreign keys lead to it (" + schema + ".child.up, " + schema
                        + ".dependent.on_it, " + schema + ".friend.of_it), which a swap would lose, and with which the"
                        + " server neither truncates nor drops it, so 'atomic: false' is refused as well."
                        + " 'mode: delete' deletes its rows, and is refused while rows of '" + schema
                        + ".child' refer to them (key 'up', ON DELETE "
                        + (product == Product.MYSQL ? "NO ACTION" : "RESTRICT") + "), also deletes the rows of '"
                        + schema + ".dependent' that refer to them (key 'on_it', ON DELETE CASCADE), also sets to NULL"
                        + " what refers to them in '" + schema + ".friend' (key 'of_it', ON DELETE SET NULL); use it if"
                        + " that is meant, or drop the keys and add them again after the load",
                truncating(database).failure(JobFailedException.class));
        assertEquals(
                "table '" + schema + ".child': foreign keys lead from it (" + schema
                        + ".child.up), which a swap would lose" + WAY_OUT,
                Load.into(database, "child").mode(Mode.TRUNCATE).of("1\n").failure(JobFailedException.class));
        assertEquals(OLD, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatReferToOneAnotherForbidItAndEmptyingTheTableInPlaceIsTheWay(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute(
                "ALTER TABLE t ADD parent INT, ADD CONSTRAINT up FOREIGN KEY (parent) REFERENCES t (id)",
                "INSERT INTO t (id, parent) VALUES (7, 0)");

        assertEquals(
                "table '" + database.name() + ".t': its rows refer to one another (" + database.name()
                        + ".t.up), which a swap would lose; set 'atomic: false'. 'mode: delete' may be refused by that"
                        + " key",
                truncating(database).failure(JobFailedException.class));
        String refused = Load.into(database, "t")
                .mode(Mode.DELETE)
                .columns("id")
                .of("1\n")
                .failure(JobFailedException.class);
        assertTrue(refused.contains("foreign key constraint fails"), refused);

        truncating(database).notAtomic().run();
        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aForeignKeyThatTheUserCannotSeeBringsTheOldTableBack(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        Database hidden = server.newDatabase();
        server.execute("CREATE TABLE " + hidden.name() + ".child (id INT, FOREIGN KEY (id) REFERENCES "
                + database.name() + ".t (id))");

        String failure = truncating(database).failure(JobFailedException.class);

        assertEquals(
                "table '" + database.name() + ".t' cannot be swapped: a foreign key that this user cannot see refers to"
                        + " it (error " + (product == Product.MYSQL ? 3730 : 1451) + "); look for it as a user who can"
                        + " see it, and drop it; 'mode: delete' does what its DELETE_RULE says, and CASCADE would also"
                        + " delete the rows that refer to the table; nothing was loaded, table '" + database.name()
                        + ".t' is as it was",
                failure);
        assertOnlyTheOldTable(database);
        server.execute("INSERT INTO " + hidden.name() + ".child VALUES (0)", "DROP DATABASE " + hidden.name());
    }

    @ParameterizedTest
    @EnumSource
    void rightsThatASwapNeedsAreNamed(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        String user = database.name() + "u";
        server.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "GRANT SELECT, INSERT, DROP ON " + database.name() + ".* TO " + user,
                "GRANT CREATE, ALTER ON " + database.name() + ".t TO " + user);
        String start = "table '" + database.name() + ".t': the user lacks ";
        Load load = Load.by(user, "secret", database, "t")
                .mode(Mode.TRUNCATE)
                .columns("id")
                .of("1\n");

        assertEquals(
                start + "CREATE, ALTER on schema '" + database.name()
                        + "', to make a new table and put it in place; grant them, or " + WAY_OUT.substring(2),
                load.failure(JobFailedException.class));
        server.execute("GRANT CREATE, ALTER ON " + database.name() + ".* TO " + user);
        assertEquals(
                start
                        + "TRIGGER on it, without which its triggers cannot be seen, and a swap would lose them; grant it,"
                        + " or " + WAY_OUT.substring(2),
                load.failure(JobFailedException.class));
        server.execute("GRANT TRIGGER ON " + database.name() + ".t TO " + user);
        assertEquals(new Report(1, 0, 0, 0), load.run());
        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void rightsOnTheTableAloneAreEnoughInPlace(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        String user = database.name() + "u";
        server.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "GRANT SELECT, INSERT ON " + database.name() + ".t TO " + user);
        String start = "table '" + database.name() + ".t': the user lacks ";

        assertEquals(
                start + "DROP on it; grant them",
                inPlace(database, user, Mode.TRUNCATE).failure(JobFailedException.class));
        assertEquals(
                start + "CREATE, DROP on it; grant them",
                inPlace(database, user, Mode.DROP).failure(JobFailedException.class));
        assertOnlyTheOldTable(database);

        server.execute("GRANT CREATE, DROP ON " + database.name() + ".t TO " + user);
        inPlace(database, user, Mode.TRUNCATE).run();
        assertEquals(NEW, rows(database));
        inPlace(database, user, Mode.DROP).run();
        assertEquals(NEW, database.query("SELECT * FROM t"));
    }

    @ParameterizedTest
    @EnumSource
    void rightsOfARoleCount(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        String user = database.name() + "u";
        String role = database.name() + "r";
        server.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "CREATE ROLE " + role,
                "GRANT ALL ON " + database.name() + ".* TO " + role,
                "GRANT " + role + " TO " + user,
                product == Product.MYSQL
                        ? "SET DEFAULT ROLE ALL TO " + user
                        : "SET DEFAULT ROLE " + role + " FOR " + user);

        Load.by(user, "secret", database, "t")
                .mode(Mode.TRUNCATE)
                .columns("id")
                .of("1\n")
                .run();

        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aCommentAboutAPlaceIsNoPlace(Product product, Sandbox sandbox) {
        DatabaseServer server = product.elsewhere(sandbox);
        Database database = table(server);
        database.execute("ALTER TABLE t COMMENT = 'it''s DATA DIRECTORY=\\'x\\''");

        truncating(database).run();

        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void aTableInAPlaceOfItsOwnIsNotSwapped(Product product, Sandbox sandbox, @TempDir Path folder) {
        DatabaseServer server = product.in(sandbox);
        Database database = server.newDatabase();
        server.execute("CREATE TABLE " + database.name() + ".t (id INT) DATA DIRECTORY = '" + folder + "'");

        assertEquals(
                "table '" + database.name() + ".t': it has its own place (DATA DIRECTORY), which a swap would lose"
                        + WAY_OUT,
                truncating(database).failure(JobFailedException.class));
        database.execute("DROP TABLE t");
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL")
    void aConstraintWhoseNameTheOldTableHasNeedsAnotherWay(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("ALTER TABLE t ADD CONSTRAINT positive CHECK (id >= 0)");

        String failure = assertThrows(
                        JobFailedException.class, () -> positive(database).plan(), "a dry run finds it")
                .getMessage();
        assertEquals(
                "table '" + database.name()
                        + ".t': the name 'positive' in 'columns' is in use in the schema, by the table"
                        + " to replace; leave the constraint's name out, or set 'atomic: false'",
                failure);
        assertOnlyTheOldTable(database);

        positive(database).notAtomic().run();
        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL")
    void aConstraintWhoseNameAnotherTableHasIsRefusedByTheServer(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("CREATE TABLE other (id INT, CONSTRAINT Positive CHECK (id >= 0))");

        String failure = positive(database).failure(JobFailedException.class);

        assertTrue(
                failure.contains(
                        "a name in 'columns' is in use in the schema, perhaps by the table to replace: Duplicate"
                                + " check constraint name 'positive'. (error 3822); leave the constraint's name out, or set"
                                + " 'atomic: false'; nothing was loaded"),
                failure);
        assertEquals(OLD, rows(database));
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void aConstraintKeepsItsNameWhereEachTableHasItsOwn(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("ALTER TABLE t ADD CONSTRAINT positive CHECK (id >= 0)");

        positive(database).run();
        positive(database).run();

        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatOthersReferToIsNeitherTruncatedNorDroppedInPlace(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("CREATE TABLE child (id INT, FOREIGN KEY (id) REFERENCES t (id))");

        for (Mode mode : List.of(Mode.TRUNCATE, Mode.DROP)) {
            String failure = Load.into(database, "t")
                    .mode(mode)
                    .columns("id INT")
                    .notAtomic()
                    .of("1\n")
                    .failure(JobFailedException.class);
            assertTrue(
                    failure.contains("foreign key constraint")
                            && failure.endsWith("nothing was loaded, table '" + database.name() + ".t' is as it was"),
                    failure);
        }
        assertEquals(OLD, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aSwitchedTableThatCannotBeTruncatedIsEmptyAllTheSame(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute(
                "CREATE TABLE t_a (id INT PRIMARY KEY)",
                "CREATE TABLE t_b LIKE t_a",
                "INSERT INTO t_a VALUES (1)",
                "CREATE TABLE child (id INT, FOREIGN KEY (id) REFERENCES t_a (id))");
        Load load = Load.into(database, "t").mode(Mode.SWITCH).of("2\n");

        load.run();

        assertEquals(List.of(), database.query("SELECT id FROM t_a"));
        assertEquals(List.of(List.of("2")), database.query("SELECT id FROM t_b"));
        assertTrue(
                load.events
                        .get(1)
                        .startsWith("table '" + database.name()
                                + ".t_a' is empty, but could not be truncated to free its space: Cannot truncate"),
                load.events.get(1));
    }

    @ParameterizedTest
    @EnumSource
    void aSwitchedTableThatIsReadIsNotWaitedForAsOthersWouldWaitBehind(Product product, Sandbox sandbox)
            throws SQLException {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t_a (id INT)", "CREATE TABLE t_b LIKE t_a", "INSERT INTO t_a VALUES (1)");
        Load load = Load.into(database, "t").mode(Mode.SWITCH).of("2\n");
        Duration longerThanTheTest = Duration.ofHours(1);
        load.settings = new LoadSettings(
                longerThanTheTest, longerThanTheTest, Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ZERO);

        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT id FROM t_a").close();
            load.run();
            reader.rollback();
        }

        assertEquals(List.of(), database.query("SELECT id FROM t_a"));
        assertEquals(
                "table '" + database.name() + ".t_a' is empty, but could not be truncated to free its space: Lock wait"
                        + " timeout exceeded; try restarting transaction (error 1205)",
                load.events.get(1));
    }

    @ParameterizedTest
    @EnumSource
    void viewsAndDefinitionAreKeptAndRenamedConstraintsTold(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute(
                "ALTER TABLE t ADD CONSTRAINT positive CHECK (id >= 0), COMMENT = 'mine'",
                "CREATE VIEW v AS SELECT id FROM t");
        Load load = truncating(database);

        load.run();

        assertEquals(NEW, database.query("SELECT id FROM v"));
        assertEquals(
                List.of(List.of("mine")),
                database.query("SELECT table_comment FROM information_schema.tables WHERE table_schema = '"
                        + database.name() + "' AND table_name = 't'"));
        assertEquals(
                product == Product.MARIADB
                        ? List.of()
                        : List.of("table '" + database.name()
                                + ".t': the server has renamed the CHECK constraints positive to t_chk_1"),
                load.events);
    }

    @ParameterizedTest
    @EnumSource
    void lostHistogramsAreTold(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        server.execute(
                product == Product.MYSQL
                        ? "ANALYZE TABLE " + database.name() + ".t UPDATE HISTOGRAM ON s"
                        : "ANALYZE TABLE " + database.name() + ".t PERSISTENT FOR COLUMNS (s) INDEXES ()");
        Load load = Load.asRoot(server, database.name())
                .mode(Mode.TRUNCATE)
                .columns("id")
                .of("1\n");

        load.run();

        assertEquals(
                List.of("table '" + database.name()
                        + ".t': the histograms of columns s are gone; ANALYZE TABLE makes them anew"),
                load.events);
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void aSystemVersionedTableKeepsItsHistory(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT) WITH SYSTEM VERSIONING");

        for (Mode mode : List.of(Mode.TRUNCATE, Mode.DROP)) {
            assertEquals(
                    "table '" + database.name() + ".t' is system-versioned, and mode '"
                            + mode.name().toLowerCase(Locale.ROOT)
                            + "' would lose its history; use 'mode: delete'",
                    Load.into(database, "t").mode(mode).notAtomic().of("1\n").failure(JobFailedException.class));
        }
    }

    @ParameterizedTest
    @EnumSource
    void dropNeedsColumnsBeforeAnything(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        assertEquals(
                "mode 'drop' makes table '" + database.name() + ".t' anew; give 'columns' to have it created",
                Load.into(database, "t").mode(Mode.DROP).of("1\n").failure(JobFailedException.class));
        assertOnlyTheOldTable(database);
    }

    @ParameterizedTest
    @EnumSource
    void dropMakesWhatColumnsSayWithTheirConstraints(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        recreating(database).of("0,zero\n").run();
        String failure = recreating(database).of("1,same\n2,same\n").failure(JobFailedException.class);

        assertEquals(List.of(List.of("0", "zero")), database.query("SELECT * FROM t"));
        assertTrue(failure.contains("Duplicate entry 'same'"), failure);
    }

    @ParameterizedTest
    @EnumSource
    void aLongReaderFailsTheSwapAndOthersPassInBetween(Product product, Sandbox sandbox) throws SQLException {
        Database database = table(product, sandbox);
        Load load = truncating(database);
        load.settings = quick();

        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT id FROM t").close();
            assertEquals(
                    "table '" + database.name() + ".t': others have used it all the time, and its RENAME waited 5 times"
                            + " for 1 s; look for long transactions, or load when nobody reads it; nothing was loaded,"
                            + " table '" + database.name() + ".t' is as it was",
                    load.failure(JobFailedException.class));
            reader.rollback();
        }
        assertOnlyTheOldTable(database);
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfADeadRunAreDroppedAndNoOthers(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        String fresh = freshName(truncating(database));
        String old = fresh.replace("_new", "_old");
        database.execute(
                "CREATE TABLE " + fresh + " (id INT)",
                "CREATE TABLE " + old + " (id INT)",
                "CREATE TABLE " + fresh + "s (id INT)",
                "CREATE TABLE t_lava_note (id INT)");
        Load load = Load.into(database, "t").mode(Mode.DELETE).columns("id").of("1\n");

        load.run();

        assertEquals(List.of(List.of("t"), List.of(fresh + "s"), List.of("t_lava_note")), sorted(database));
        assertEquals(
                List.of(
                        "table '" + database.name() + "." + fresh + "' of a run that died was dropped",
                        "table '" + database.name() + "." + old + "' of a run that died was dropped"),
                load.events);
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfADeadRunIntoATableThatDiffersInCaseStay(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("CREATE TABLE T LIKE t");
        String upper = freshName(Load.into(database, "T")
                .with("preserve_case", true)
                .mode(Mode.TRUNCATE)
                .of("1,x\n"));
        database.execute("CREATE TABLE " + upper + " (id INT)");
        Load load = Load.into(database, "t")
                .with("preserve_case", true)
                .columns("id")
                .of("1\n");

        load.run();

        assertEquals(List.of(), load.events);
        assertEquals(List.of(), database.query("SELECT * FROM " + upper));
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void tablesOfADeadRunAreFoundWhereTheServerFoldsNames(Product product, Sandbox sandbox) {
        Database database = table(product.in(sandbox, ServerOptions.standard().with("--lower-case-table-names=1")));
        String fresh = freshName(Load.into(database, "T")
                .with("preserve_case", true)
                .mode(Mode.TRUNCATE)
                .of("1,x\n"));
        String old = fresh.replace("_new", "_old");
        database.execute("CREATE TABLE " + fresh + " (id INT)", "CREATE TABLE " + old + " (id INT)");
        Load load = Load.into(database, "T")
                .with("preserve_case", true)
                .columns("id")
                .of("1\n");

        load.run();

        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
        assertEquals(
                List.of(
                        "table '" + database.name() + "." + fresh.toLowerCase(Locale.ROOT)
                                + "' of a run that died was dropped",
                        "table '" + database.name() + "." + old.toLowerCase(Locale.ROOT)
                                + "' of a run that died was dropped"),
                load.events);
    }

    @ParameterizedTest
    @EnumSource
    void anOldTableThatAForeignKeyRefersToIsNotPassedOver(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        Database hidden = server.newDatabase();
        server.execute("CREATE TABLE " + hidden.name() + ".child (id INT, FOREIGN KEY (id) REFERENCES "
                + database.name() + ".t (id))");
        String fresh = freshName(truncating(database));
        String old = fresh.replace("_new", "_old");
        database.execute("RENAME TABLE t TO " + old, "CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        String t = "table '" + database.name() + ".t'";
        String schema = "`" + database.name() + "`.`";
        String back =
                "RENAME TABLE " + schema + "t` TO " + schema + fresh + "`, " + schema + old + "` TO " + schema + "t`";

        for (Mode mode : List.of(Mode.APPEND, Mode.TRUNCATE)) {
            Load load = Load.into(database, "t").mode(mode).of("2\n");
            assertEquals(
                    t + ": a run that died has left its old rows in '" + database.name() + "." + old
                            + "', which a foreign key still refers to (error "
                            + (product == Product.MYSQL ? 3730 : 1451)
                            + "). To bring them back, when nobody uses the table: " + back
                            + "; to do without them, drop the key. Then run the job again; nothing was loaded, " + t
                            + " is as it was",
                    load.failure(JobFailedException.class));
        }
        assertEquals(NEW, rows(database));

        database.execute(back);
        Load.into(database, "t").columns("id").of("2\n").run();

        assertEquals(List.of(List.of("0"), List.of("2")), database.query("SELECT id FROM t ORDER BY id"));
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
        server.execute("INSERT INTO " + hidden.name() + ".child VALUES (0)", "DROP DATABASE " + hidden.name());
    }

    @ParameterizedTest
    @EnumSource
    void anOldTableStaysWhereTheTargetIsMissing(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        String old = freshName(truncating(database)).replace("_new", "_old");
        database.execute("RENAME TABLE t TO " + old);
        Load load = Load.into(database, "t").columns("id INT").of("1\n");

        load.run();

        assertEquals(NEW, rows(database));
        assertEquals(OLD, database.query("SELECT id FROM " + old));
        assertEquals(
                List.of("table '" + database.name() + "." + old + "' was '" + database.name()
                        + ".t' once, which is missing: it stays; rename it, or drop it"),
                load.events);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoFullTablesNoneIsChosen(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute(
                "CREATE TABLE t_a (id INT)",
                "CREATE TABLE t_b LIKE t_a",
                "INSERT INTO t_a VALUES (1)",
                "INSERT INTO t_b VALUES (2)");
        String both = "tables '" + database.name() + ".t_a' and '" + database.name() + ".t_b'";

        assertEquals(
                both + " both hold rows, and mode 'switch' fills an empty one; empty the one that is out of date",
                Load.into(database, "t").mode(Mode.SWITCH).of("3\n").failure(JobFailedException.class));
        database.execute("TRUNCATE t_b");
        Load load = Load.into(database, "t").mode(Mode.SWITCH).of("3\n");
        assertEquals(new Report(1, 0, 1, 0), load.run());
        assertEquals(
                List.of("table '" + database.name() + ".t_b' is the one that was filled; '" + database.name()
                        + ".t_a' is empty now"),
                load.events);
    }

    @ParameterizedTest
    @EnumSource
    void howItGoesIsDecidedAndToldOnceItsTurnHasCome(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t_a (id INT)", "CREATE TABLE t_b LIKE t_a", "INSERT INTO t_b VALUES (0)");
        Load switching = Load.into(database, "t").mode(Mode.SWITCH).of("1\n", "3\n");
        Load creating = Load.into(database, "n").columns("id INT").of("1\n");

        try (Prepared first = switching.prepare();
                Prepared second = creating.prepare()) {
            List<String> before = first.plan().statements();
            database.execute(
                    "INSERT INTO t_a VALUES (2)",
                    "TRUNCATE t_b",
                    "CREATE TABLE n (id INT)",
                    "INSERT INTO n VALUES (2)");
            switching.run(first);
            creating.run(second);

            List<String> after = first.plan().statements();
            assertEquals(after.stream().distinct().toList(), switching.statements);
            assertEquals(second.plan().statements(), creating.statements);
            assertEquals(
                    before,
                    after.stream()
                            .map(statement -> statement.contains("`t_a`")
                                    ? statement.replace("`t_a`", "`t_b`")
                                    : statement.replace("`t_b`", "`t_a`"))
                            .toList());
            assertEquals(1, creating.statements.size(), "the table is not created any more");
        }

        assertEquals(List.of(), database.query("SELECT id FROM t_a"));
        assertEquals(List.of(List.of("1"), List.of("3")), database.query("SELECT id FROM t_b ORDER BY id"));
        assertEquals(List.of(List.of("1"), List.of("2")), database.query("SELECT id FROM n ORDER BY id"));
    }

    private static LoadSettings quick() {
        return new LoadSettings(
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofMillis(10));
    }

    private static String freshName(Load load) {
        return load.plan().statements().get(0).replaceAll("CREATE TABLE `.*`\\.`(.*)` LIKE .*", "$1");
    }

    private static Load recreating(Database database) {
        return Load.into(database, "t")
                .mode(Mode.DROP)
                .columns(
                        "ID INT NOT NULL AUTO_INCREMENT",
                        "name VARCHAR(9) DEFAULT 'x'",
                        "PRIMARY KEY (id)",
                        "UNIQUE (name)");
    }

    private static Load positive(Database database) {
        return Load.into(database, "t")
                .mode(Mode.DROP)
                .columns("id INT", "CONSTRAINT positive CHECK (id >= 0)")
                .of("1\n");
    }

    private static Load inPlace(Database database, String user, Mode mode) {
        return Load.by(user, "secret", database, "t")
                .mode(mode)
                .columns("id INT PRIMARY KEY")
                .notAtomic()
                .of("1\n");
    }

    private static Load truncating(Database database) {
        return Load.into(database, "t").mode(Mode.TRUNCATE).columns("id").of("1\n");
    }

    private static Database table(Product product, Sandbox sandbox) {
        return table(product.in(sandbox));
    }

    private static Database table(DatabaseServer server) {
        Database database = server.newDatabase();
        database.execute(
                "CREATE TABLE t (id INT PRIMARY KEY, s VARCHAR(20) DEFAULT 'x')", "INSERT INTO t (id) VALUES (0)");
        return database;
    }

    private static List<List<String>> rows(Database database) {
        return database.query("SELECT id FROM t");
    }

    private static void assertOnlyTheOldTable(Database database) {
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
        assertEquals(OLD, rows(database));
    }

    private static List<List<String>> sorted(Database database) {
        return database.query("SELECT table_name FROM information_schema.tables WHERE table_schema = '"
                + database.name() + "' ORDER BY CHAR_LENGTH(table_name) > 1, RIGHT(table_name, 4)");
    }
}
