package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rights that the guide calls enough are. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class RightsTest {

    private static final List<List<String>> NEW = List.of(List.of("1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "APPEND   | true  | SELECT, INSERT               |",
                "ABORT    | true  | SELECT, INSERT               |",
                "DELETE   | true  | SELECT, INSERT, DELETE       |",
                "TRUNCATE | true  | SELECT, TRIGGER              | CREATE, ALTER, DROP, INSERT",
                "DROP     | true  | SELECT, TRIGGER              | CREATE, ALTER, DROP, INSERT",
                "TRUNCATE | false | SELECT, INSERT, DROP         |",
                "DROP     | false | SELECT, INSERT, CREATE, DROP |",
            })
    void areEnoughForATable(Mode mode, boolean atomic, String onTable, String onSchema, Sandbox sandbox) {
        for (Product product : Product.values()) {
            Database database = product.in(sandbox).newDatabase();
            database.execute("CREATE TABLE t (id INT PRIMARY KEY)");
            grant(product.in(sandbox), database, onTable, ".t");
            if (onSchema != null) {
                grant(product.in(sandbox), database, onSchema, ".*");
            }
            Load load = by(database).mode(mode);
            load.atomic = atomic;

            load.run();

            assertEquals(NEW, database.query("SELECT id FROM t"));
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL", "MARIADB"})
    void areEnoughForReplace(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        grant(product.in(sandbox), database, "SELECT, INSERT, DELETE", ".t");

        by(database).duplicates(Duplicates.REPLACE).run();

        assertEquals(NEW, database.query("SELECT id FROM t"));
    }

    @ParameterizedTest
    @CsvSource({"MYSQL", "MARIADB"})
    void areEnoughForTheTwoTablesOfSwitch(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute(
                "CREATE TABLE t_a (id INT PRIMARY KEY)", "CREATE TABLE t_b LIKE t_a", "INSERT INTO t_b VALUES (0)");
        grant(product.in(sandbox), database, "SELECT, INSERT, DELETE, DROP", ".t_a");
        grant(product.in(sandbox), database, "SELECT, INSERT, DELETE, DROP", ".t_b");
        Load load = by(database).mode(Mode.SWITCH);

        load.run();

        assertEquals(NEW, database.query("SELECT id FROM t_a"));
        assertEquals(1, load.events.size(), "the other is truncated");
    }

    @ParameterizedTest
    @CsvSource({"MYSQL", "MARIADB"})
    void areEnoughForATableThatIsNotThere(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        grant(product.in(sandbox), database, "SELECT, CREATE, ALTER, DROP, INSERT, CREATE TEMPORARY TABLES", ".*");

        by(database).run();

        assertEquals(NEW, database.query("SELECT id FROM t"));
    }

    private static Load by(Database database) {
        return Load.by(database.name() + "u", "secret", database, "t")
                .columns("id INT PRIMARY KEY")
                .of("1\n");
    }

    private static void grant(DatabaseServer server, Database database, String rights, String what) {
        String user = database.name() + "u";
        server.execute(
                "CREATE USER IF NOT EXISTS " + user + " IDENTIFIED BY 'secret'",
                "GRANT " + rights + " ON " + database.name() + what + " TO " + user);
    }
}
