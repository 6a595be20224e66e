package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.util.List;
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
    void deleteBringsTheOldRowsBackWhenTheDataIsBad(Product product, Sandbox sandbox) {
        Database database = tableWithOneRow(product, sandbox);

        String failure = Load.into(database, "t")
                .mode(Mode.DELETE)
                .of("1,one\n", "x,two\n")
                .failure(JobFailedException.class);

        assertEquals(
                "object 's3://bucket/part-1', row 1: Incorrect integer value: 'x' for column "
                        + (product == Product.MYSQL ? "'id'" : "`" + database.name() + "`.`t`.`id`")
                        + " at row 1 (error 1366); in all 1 warning and 0 skipped rows; nothing was loaded, table '"
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

    private static Database tableWithOneRow(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20))", "INSERT INTO t VALUES (0, 'old')");
        return database;
    }

    private static List<List<String>> rows(Database database) {
        return database.query("SELECT id, name FROM t ORDER BY id");
    }
}
