package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PARTITION, NULL and max_warnings. */
@ExtendWith(SandboxExtension.class)
class OptionsTest {

    @ParameterizedTest
    @EnumSource
    void partitionsTakeTheirOwnRowsAndNoOthers(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT) PARTITION BY RANGE (id)"
                + " (PARTITION low VALUES LESS THAN (10), PARTITION mid VALUES LESS THAN (20),"
                + " PARTITION `hi``gh` VALUES LESS THAN (30))");

        partitioned(database, "LOW", "hi`gh").of("1\n25\n").run();
        String outside = partitioned(database, "low").of("2\n15\n").failure(JobFailedException.class);
        String unknown = partitioned(database, "nope").of("2\n").failure(JobFailedException.class);

        assertTrue(outside.contains("not matching the given partition set"), outside);
        assertTrue(unknown.contains("Unknown partition 'nope'"), unknown);
        assertEquals(List.of(List.of("1"), List.of("25")), database.query("SELECT id FROM t ORDER BY id"));
    }

    @ParameterizedTest
    @EnumSource
    void aGeneratedColumnAndNullTakeColumnsWithoutIt(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT, g INT AS (id * 2))");

        assertEquals(
                "table '" + database.name()
                        + ".t': column 'g' is generated, and with NULL 'string' each column gets its"
                        + " value from the data; give 'columns' without it",
                withNull(database, "NA").of("1,2\n").failure(JobFailedException.class));
        Load load = withNull(database, "NA").columns("id").of("1\nNA\n");
        load.run();

        assertEquals(List.of(List.of("1", "2")), database.query("SELECT * FROM t WHERE id IS NOT NULL"));
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfOtherPartitionsGoTooAndThatIsTold(Product product, Sandbox sandbox) {
        for (Mode mode : List.of(Mode.DELETE, Mode.TRUNCATE)) {
            Database database = product.in(sandbox).newDatabase();
            database.execute(
                    "CREATE TABLE t (id INT) PARTITION BY RANGE (id)"
                            + " (PARTITION low VALUES LESS THAN (10), PARTITION mid VALUES LESS THAN (20))",
                    "INSERT INTO t VALUES (1), (15)");
            Load load = partitioned(database, "low").mode(mode).of("2\n");
            List<String> told = List.of("table '" + database.name() + ".t': mode '"
                    + mode.name().toLowerCase(Locale.ROOT)
                    + "' empties all of its partitions, also those that PARTITION (low) does not name");

            assertEquals(told, load.plan().notes());
            load.run();

            assertEquals(told, load.events);
            assertEquals(List.of(List.of("2")), database.query("SELECT id FROM t"));
        }
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT) PARTITION BY HASH (id) PARTITIONS 2");
        assertEquals(List.of(), partitioned(database, "p0").of("2\n").plan().notes(), "append empties nothing");
    }

    @ParameterizedTest
    @EnumSource
    void theNullTextIsComparedByteByByteInEveryType(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute(
                "CREATE TABLE t (d DATE, n DECIMAL(5,1), e ENUM('NA', 'b'), j JSON, s VARCHAR(20), z VARCHAR(9))");

        withNull(database, "NA")
                .of("NA,NA,NA,NA,NA,NA\n2024-01-01,1.5,b,[1],na,NÁ\n2024-01-01,1.5,b,[1],NA ,NAN\n")
                .run();

        assertEquals(
                List.of(
                        List.of("NULL", "NULL", "NULL", "NULL", "NULL", "NULL"),
                        List.of("2024-01-01", "1.5", "b", "[1]", "na", "NÁ"),
                        List.of("2024-01-01", "1.5", "b", "[1]", "NA ", "NAN")),
                database.query("SELECT * FROM t"));
    }

    @ParameterizedTest
    @EnumSource
    void theNullTextIsInTheEncodingOfTheFile(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT, s VARCHAR(20))");

        withNull(database, "né'")
                .encoding("latin1")
                .in(Charset.forName("windows-1252"), "1,né'\n2,é\n")
                .run();

        assertEquals(List.of(List.of("1", "NULL"), List.of("2", "é")), database.query("SELECT * FROM t"));
    }

    @ParameterizedTest
    @EnumSource
    void withANullTextMissingFieldsAreStillAFault(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT, a INT DEFAULT 7, s VARCHAR(20), i INT INVISIBLE)");

        String failure = withNull(database, "NA").of("1,2,x\n8,NA\n").failure(JobFailedException.class);
        withNull(database, "NA").columns("s", "id").of("x,NA\n").run();

        assertTrue(failure.contains("'8 lacks fields'"), failure);
        assertEquals(List.of(List.of("NULL", "7", "x")), database.query("SELECT * FROM t"));
    }

    @ParameterizedTest
    @EnumSource
    void soManyWarningsAreAllowedInAllObjectsTogether(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT, s VARCHAR(20))");

        Report report = warnings(database, 2).of("x,1\n1,a\n", "y,2\n").run();
        String failure = warnings(database, 1).of("x,1\n1,a\n", "y,2\n").failure(JobFailedException.class);

        assertEquals(new Report(3, 0, 0, 2), report);
        assertTrue(failure.startsWith("object 's3://bucket/part-1', row 1: Incorrect integer value: 'y'"), failure);
        assertTrue(
                failure.contains(
                        "; in all 1 warning and 0 skipped rows; max_warnings allows 1: mend the data, or allow more; "),
                failure);
        assertEquals(List.of(List.of("3")), database.query("SELECT COUNT(*) FROM t"));
    }

    @ParameterizedTest
    @EnumSource
    void maxWarningsBoundsIgnoreAndIsRefusedWithReplace(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, s VARCHAR(20))");

        String above = warnings(database, 1)
                .duplicates(Duplicates.IGNORE)
                .of("1,a\n1,b\n1,c\n")
                .failure(JobFailedException.class);
        String refused = warnings(database, 1)
                .duplicates(Duplicates.REPLACE)
                .with("port", 1)
                .of("1,a\n")
                .failure(ConfigurationException.class);

        assertTrue(above.contains("in all 2 warnings and 2 skipped rows; max_warnings allows 1"), above);
        assertEquals(
                "max_warnings with REPLACE: the server stops at the first bad value, and allows none; leave one of them"
                        + " out",
                refused);
    }

    private static Load partitioned(Database database, String... names) {
        Load load = Load.into(database, "t");
        load.partitions = List.of(names);
        return load;
    }

    private static Load withNull(Database database, String text) {
        Load load = Load.into(database, "t");
        load.nullText = Optional.of(text);
        return load;
    }

    private static Load warnings(Database database, long allowed) {
        Load load = Load.into(database, "t");
        load.maxWarnings = OptionalLong.of(allowed);
        return load;
    }
}
