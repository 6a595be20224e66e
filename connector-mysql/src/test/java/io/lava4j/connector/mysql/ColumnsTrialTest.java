package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns are SQL that only the server can judge: it does so before anything is lost, and before a dry run ends. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class ColumnsTrialTest {

    private static final List<List<String>> OLD = List.of(List.of("0"));
    private static final List<List<String>> NEW = List.of(List.of("1"));
    private static final String GENERATED = "twice INT GENERATED ALWAYS AS (id * 2) VIRTUAL";

    @ParameterizedTest
    @EnumSource
    void aDryRunFindsAFaultOfColumnsThatAreToMakeATable(Product product, Sandbox sandbox) {
        Database database = table(product.in(sandbox), "CREATE TABLE half_a (id INT)");
        List<Load> loads = List.of(
                Load.into(database, "t").mode(Mode.DROP),
                Load.into(database, "t").mode(Mode.DROP).notAtomic(),
                Load.into(database, "new").mode(Mode.APPEND),
                Load.into(database, "new").mode(Mode.SWITCH),
                Load.into(database, "half").mode(Mode.SWITCH));

        for (Load load : loads) {
            load.of("1\n");
            String nonsense = refusal(load.columns("id INT PRIMARY KEY", "name NONSENSE(20)"));
            String generated = refusal(load.columns("id INT PRIMARY KEY", GENERATED));

            assertTrue(nonsense.contains("refuses the load: ") && nonsense.contains("NONSENSE"), nonsense);
            assertTrue(generated.endsWith(": column 'twice' is generated; leave it out of 'columns'"), generated);
        }
        assertEquals(List.of(List.of("half_a"), List.of("t")), database.query("SHOW TABLES"));
        assertEquals(OLD, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void whatNoTemporaryTableTakesIsNotRefused(Product product, Sandbox sandbox) {
        Database database = table(product.in(sandbox), "CREATE TABLE parent (id INT PRIMARY KEY)");
        database.execute("INSERT INTO parent VALUES (1)");
        Load load = Load.into(database, "t")
                .mode(Mode.DROP)
                .columns(
                        "id INT PRIMARY KEY REFERENCES parent (id)",
                        "name TEXT",
                        "FOREIGN KEY (id) REFERENCES parent (id)",
                        "CONSTRAINT named FOREIGN KEY (id) REFERENCES parent (id)",
                        "FULLTEXT (name)")
                .of("1,one\n");

        load.plan();
        load.run();

        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aForeignKeyThatCannotBeIsFoundBeforeTheTableGoes(Product product, Sandbox sandbox) {
        Database database = table(product.in(sandbox));

        String failure = Load.into(database, "t")
                .mode(Mode.DROP)
                .notAtomic()
                .columns("id INT PRIMARY KEY", "CONSTRAINT up FOREIGN KEY (id) REFERENCES nothing (id)")
                .of("1\n")
                .failure(JobFailedException.class);

        assertTrue(
                failure.contains(product == Product.MYSQL ? "'nothing'" : "errno: 150")
                        && failure.endsWith("nothing was loaded, table '" + database.name() + ".t' is as it was"),
                failure);
        assertOnlyTheOldTable(database);
    }

    /** Who may not make temporary tables has the table itself tried out. */
    @ParameterizedTest
    @EnumSource
    void aTableThatCannotBeFilledIsFoundBeforeTheOldOneGoes(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        String user = user(server, database, "SELECT, INSERT, CREATE, DROP ON " + database.name() + ".*");

        String failure = recreating(user, database, "id INT PRIMARY KEY", GENERATED)
                .of("1,2\n")
                .failure(JobFailedException.class);

        assertTrue(
                failure.endsWith(
                        "': column 'twice' is generated; leave it out of 'columns'; nothing was loaded, table '"
                                + database.name() + ".t' is as it was"),
                failure);
        assertOnlyTheOldTable(database);
    }

    @ParameterizedTest
    @EnumSource
    void aConstraintWhoseNameTheOldTableHasIsNoReasonToLeaveTheRestUntried(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server, "CREATE TABLE parent (id INT PRIMARY KEY)");
        database.execute(
                "INSERT INTO parent VALUES (0), (1)",
                "ALTER TABLE t ADD CONSTRAINT `Up here` FOREIGN KEY (id) REFERENCES parent (id),"
                        + " ADD CONSTRAINT positive CHECK (id >= 0)");
        String user =
                user(server, database, "SELECT, INSERT, CREATE, DROP, ALTER, REFERENCES ON " + database.name() + ".*");
        String[] named = {
            "id INT PRIMARY KEY",
            "CONSTRAINT `Up here` FOREIGN KEY (id) REFERENCES parent (id)",
            "CONSTRAINT Positive CHECK (id >= 0)",
            "twice INT"
        };

        String[] faulty = named.clone();
        faulty[3] = GENERATED;
        String failure = recreating(user, database, faulty).of("1,2\n").failure(JobFailedException.class);
        assertTrue(failure.contains("column 'twice' is generated"), failure);
        assertEquals(OLD, rows(database));

        recreating(user, database, named).of("0,0\n").run();
        assertEquals(
                List.of(List.of("Up here")),
                database.query("SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema = '"
                        + database.name() + "' AND table_name = 't' AND constraint_type = 'FOREIGN KEY'"));
    }

    @ParameterizedTest
    @EnumSource
    void aConstraintWhoseNameAnotherTableHasIsFoundBeforeTheTableGoes(Product product, Sandbox sandbox) {
        Database database = table(product.in(sandbox), "CREATE TABLE parent (id INT PRIMARY KEY)");
        database.execute("CREATE TABLE other (id INT, CONSTRAINT up FOREIGN KEY (id) REFERENCES parent (id))");

        String failure = Load.into(database, "t")
                .mode(Mode.DROP)
                .notAtomic()
                .columns("id INT PRIMARY KEY", "CONSTRAINT up FOREIGN KEY (id) REFERENCES parent (id)")
                .of("1\n")
                .failure(JobFailedException.class);

        assertTrue(
                failure.startsWith("table '" + database.name()
                                + ".t': a constraint's name in 'columns' is in use by another table of the schema: ")
                        && failure.endsWith("; choose another, or leave it out; nothing was loaded, table '"
                                + database.name() + ".t' is as it was"),
                failure);
        assertEquals(OLD, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void whoMayMakeNoOtherTableHasTheColumnsTriedOutAsATemporaryOne(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        String user = user(server, database, "SELECT, INSERT, CREATE, DROP ON " + database.name() + ".t");
        server.execute("GRANT CREATE TEMPORARY TABLES ON " + database.name() + ".* TO " + user);

        String failure = recreating(user, database, "id INT PRIMARY KEY", GENERATED)
                .of("1,2\n")
                .failure(JobFailedException.class);
        assertTrue(failure.endsWith(".t': column 'twice' is generated; leave it out of 'columns'"), failure);
        assertOnlyTheOldTable(database);

        recreating(user, database, "id INT").of("1\n").run();
        assertEquals(NEW, rows(database));
    }

    private static String refusal(Load load) {
        return assertThrows(JobFailedException.class, load::plan).getMessage();
    }

    private static Load recreating(String user, Database database, String... columns) {
        return Load.by(user, "secret", database, "t")
                .mode(Mode.DROP)
                .notAtomic()
                .columns(columns);
    }

    private static String user(DatabaseServer server, Database database, String rights) {
        String user = database.name() + "u";
        server.execute("CREATE USER " + user + " IDENTIFIED BY 'secret'", "GRANT " + rights + " TO " + user);
        return user;
    }

    private static Database table(DatabaseServer server, String... more) {
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (0)");
        database.execute(more);
        return database;
    }

    private static void assertOnlyTheOldTable(Database database) {
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
        assertEquals(OLD, rows(database));
    }

    private static List<List<String>> rows(Database database) {
        return database.query("SELECT id FROM t");
    }
}
