package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault is named, and leaves the table as it was. */
@ExtendWith(SandboxExtension.class)
class BadInputTest {

    private static final List<List<String>> BEFORE = List.of(List.of("0", "2020-01-01", "old"));

    @ParameterizedTest
    @EnumSource
    void aBadDateInRow70001IsNamed(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        String data = rows(1, 70_000) + "70001,2024-02-31,bad\n" + rows(70_002, 80_000);

        String failure = load(database).of(data).failure(JobFailedException.class);

        assertTrue(failure.startsWith("object 's3://bucket/part-0', row 70001: "), failure);
        assertTrue(
                failure.contains(
                        product == Product.MYSQL
                                ? "Out of range value for column 'd' at row 70001 (error 1264)"
                                : "Data truncated for column 'd' at row 70001 (error 1265)"),
                failure);
        assertTrue(
                failure.endsWith(
                        "in all 1 warning and 0 skipped rows; mend the data, or allow such rows with max_warnings; nothing was loaded, table '"
                                + database.name() + ".t' is as it was"),
                failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void withAHeaderTheLineOfTheFileIsNamedToo(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        String failure = load(database)
                .headerLines(1)
                .of("id,d,s\n1,2024-01-01,good\n", "id,d,s\n2,2024-01-01,good\n3,2024-13-01,bad\n")
                .failure(JobFailedException.class);

        assertTrue(failure.startsWith("object 's3://bucket/part-1', row 2 (line 3 with the header): "), failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void replaceStopsAtTheFirstBadValueInTheSameWords(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        String failure = load(database)
                .duplicates(Duplicates.REPLACE)
                .of("0,2024-01-01,new\n1,2024-02-31,bad\n")
                .failure(JobFailedException.class);

        assertTrue(failure.startsWith("object 's3://bucket/part-0', row 2: "), failure);
        assertTrue(failure.contains("date value: '2024-02-31' for column "), failure);
        assertTrue(failure.contains("(error 1292); nothing was loaded, table "), failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aDuplicateKeyIsNamedWithItsValue(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        String failure = load(database).of("1,2024-01-01,a\n0,2024-01-01,b\n").failure(JobFailedException.class);

        assertTrue(
                failure.matches(
                        "object 's3://bucket/part-0', Duplicate entry '0' for key '(t\\.)?PRIMARY' \\(error 1062\\);"
                                + " in all 1 warning and 1 skipped row; mend the data, or allow such rows with max_warnings; nothing was loaded, table '"
                                + database.name() + "\\.t' is as it was"),
                failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatBreaksACheckFailsTheLoad(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("ALTER TABLE t ADD CONSTRAINT small CHECK (id < 5)");

        String failure = load(database).of("1,2024-01-01,a\n7,2024-01-01,b\n").failure(JobFailedException.class);

        assertTrue(failure.startsWith("object 's3://bucket/part-0', "), failure);
        assertTrue(failure.contains("small"), failure);
        assertTrue(
                failure.contains(
                        "in all 1 warning and 0 skipped rows; mend the data, or allow such rows with max_warnings; nothing was loaded, table '"),
                failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void ignoreLeavesARowOutThatBreaksACheckAlsoWithQuotes(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("ALTER TABLE t ADD CONSTRAINT small CHECK (id < 5)");

        load(database)
                .duplicates(Duplicates.IGNORE)
                .quote("\"")
                .of("1,2024-01-01,a\n7,2024-01-01,\"b\"\n")
                .run();

        assertEquals(List.of(List.of("0"), List.of("1")), database.query("SELECT id FROM t ORDER BY id"));
    }

    @ParameterizedTest
    @EnumSource
    void aRowWithTooFewOrTooManyFieldsIsNamedAlsoAtTheEndOfAFileWithoutTerminator(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        String few = load(database).of("1,2024-01-01,a\n2,2024-01-01\n").failure(JobFailedException.class);
        String many = load(database).of("1,2024-01-01,a\n2,2024-01-01,b,c").failure(JobFailedException.class);

        assertTrue(few.contains("row 2: Row 2 doesn't contain data for all columns (error 1261)"), few);
        assertTrue(
                many.contains("row 2: Row 2 was truncated; it contained more data than there were input columns"),
                many);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aDosTerminatorOnAUnixFileIsNoted(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        String failure = load(database)
                .terminator("\r\n")
                .of("1,2024-01-01,a\n2,2024-01-01,b\n")
                .failure(JobFailedException.class);

        assertTrue(failure.contains("row 1: Row 1 was truncated"), failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void anOpenQuoteIsNamedWithTheRowItOpensIn(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        String failure = load(database)
                .quote("\"")
                .headerLines(1)
                .of("id,d,s\n1,2024-01-01,\"a\nb\"\n2,2024-01-01,\"open\n3,2024-01-01,c\n")
                .failure(JobFailedException.class);

        assertEquals(
                "object 's3://bucket/part-0' ends within quotes: the quote that opens in row 2 is not closed; mend the file, or check QUOTE and ESCAPE; nothing was loaded, table '"
                        + database.name() + ".t' is as it was",
                failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatBreaksLeavesNothingAndItsOwnCauseIsTold(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        String broken = load(database)
                .of(breakingAfter(rows(1, 60_000), new IOException("the network is down")), 2_000_000)
                .failure(JobFailedException.class);
        String changed = load(database)
                .mode(Mode.DELETE)
                .of(
                        breakingAfter(
                                rows(1, 60_000), new JobFailedException("object 's3://bucket/part-0' was replaced")),
                        2_000_000)
                .failure(JobFailedException.class);

        assertEquals(
                "object 's3://bucket/part-0' cannot be read: the network is down; nothing was loaded, table '"
                        + database.name() + ".t' is as it was",
                broken);
        assertEquals(
                "object 's3://bucket/part-0' was replaced; nothing was loaded, table '" + database.name()
                        + ".t' is as it was",
                changed);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void noSuchTableOrSchemaIsNamed(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        Load elsewhere = load(database).of("1\n");
        elsewhere.schema = "nosuch";
        Load other = load(database).of("1\n");
        other.table = "nosuch";

        assertEquals(
                "table '" + database.name()
                        + ".nosuch' does not exist, or the user has no rights on it; give 'columns' to have it created",
                other.failure(JobFailedException.class));
        assertEquals(
                "schema 'nosuch' of table 'nosuch.t' does not exist, or the user has no rights on it; create it, or grant them",
                elsewhere.failure(JobFailedException.class));
    }

    @ParameterizedTest
    @EnumSource
    void columnsThatCannotBeLoadedAreNamed(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("ALTER TABLE t ADD g INT AS (id + 1)", "ALTER TABLE t ADD n INT NOT NULL");
        String table = "table '" + database.name() + ".t': column ";

        assertEquals(
                table + "'nope', 'neither' does not exist; the table has id, d, s, g, n",
                load(database)
                        .columns("id INT", "`nope` INT", "neither")
                        .of("1\n")
                        .failure(JobFailedException.class));
        assertEquals(
                table + "'g' is generated; leave it out of 'columns'",
                load(database).columns("id", "g", "n").of("1\n").failure(JobFailedException.class));
        assertEquals(
                table
                        + "'n' is NOT NULL without default, and the data does not hold it; add it to 'columns', or give it a default",
                load(database)
                        .columns("id", "d", "s", "PRIMARY KEY (id)")
                        .of("1\n")
                        .failure(JobFailedException.class));
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aViewAndAnEngineWithoutTransactionsAreRefused(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("CREATE VIEW v AS SELECT * FROM t", "CREATE TABLE m (id INT) ENGINE=MyISAM");

        assertEquals(
                "table '" + database.name() + ".v' is a view; a table was expected: name one",
                Load.into(database, "v").of("1\n").failure(JobFailedException.class));
        assertTrue(Load.into(database, "m")
                .of("1\n")
                .failure(JobFailedException.class)
                .startsWith("table '" + database.name() + ".m' has engine 'MyISAM', which has no transactions"));
    }

    @ParameterizedTest
    @EnumSource
    void localInfileOffSaysWhichSideAndWhichSetting(Product product, Sandbox sandbox) {
        DatabaseServer server = product.elsewhere(sandbox);
        Database database = table(server);
        server.execute("SET GLOBAL local_infile = OFF");
        try {
            assertEquals(
                    "table '" + database.name() + ".t': server 127.0.0.1:" + server.port()
                            + " does not take local data: its local_infile is OFF; SET GLOBAL local_infile=ON,"
                            + " or local_infile=ON in its option file. This side has it on",
                    load(database).of("1,2024-01-01,a\n").failure(JobFailedException.class));
            assertUnchanged(database);
        } finally {
            server.execute("SET GLOBAL local_infile = ON");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMissingRightIsNamedBeforeAnythingIsChanged(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(server);
        String reader = database.name() + "r";
        server.execute(
                "CREATE USER " + reader + " IDENTIFIED BY 'secret'",
                "GRANT SELECT ON " + database.name() + ".* TO " + reader);
        Load append = Load.by(reader, "secret", database, "t").of("1,2024-01-01,a\n");
        String insert = append.failure(JobFailedException.class);
        server.execute("GRANT INSERT ON " + database.name() + ".* TO " + reader);
        String delete = Load.by(reader, "secret", database, "t")
                .mode(Mode.DELETE)
                .of("1,2024-01-01,a\n")
                .failure(JobFailedException.class);

        String start = "table '" + database.name() + ".t': the user lacks a right: ";
        assertTrue(insert.startsWith(start + "INSERT command denied to user '" + reader), insert);
        assertTrue(delete.startsWith(start + "DELETE command denied to user '" + reader), delete);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void whatComesLaterIsRefusedByNameAndWithoutAServer(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        assertLater(
                database,
                load -> load.path = LoadRequest.Path.SERVER,
                "load_path 'server': type 'mysql' cannot load from S3 by itself; or use client or auto");
    }

    @ParameterizedTest
    @EnumSource
    void encodingsAndSeparatorsThatNoServerReadsAreRefused(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        assertEquals(
                "encoding 'UTF16' cannot be loaded by any server of MySQL's kind; convert the data to utf8mb4 first",
                load(database).encoding("UTF16").of("1\n").failure(ConfigurationException.class));
        assertEquals(
                "encoding 'klingon' is unknown to the server; name one that SHOW CHARACTER SET lists",
                load(database).encoding("klingon").of("1\n").failure(JobFailedException.class));
        assertEquals(
                "DELIMITER begins TERMINATOR: the server could not tell them apart; choose others",
                load(database).delimiter("|").terminator("|\n").of("1\n").failure(ConfigurationException.class));
        assertEquals(
                "QUOTE is more than one byte in the file's encoding; the server reads one alone",
                load(database).quote("»").of("1\n").failure(ConfigurationException.class));
        assertEquals(
                "DELIMITER '→' has characters that encoding 'latin1' lacks; choose another, or another ENCODING",
                load(database).encoding("latin1").delimiter("→").of("1\n").failure(ConfigurationException.class));
    }

    @ParameterizedTest
    @EnumSource
    void ignoreLoadsWhatItCanAndCountsTheRest(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        Load load = load(database)
                .duplicates(Duplicates.IGNORE)
                .of("0,2024-01-01,again\n1,2024-02-31,bad\n2,2024-01-01,good\n");

        assertEquals(2, load.run().rows());

        assertEquals(
                List.of(List.of("0", "old"), List.of("1", "bad"), List.of("2", "good")),
                database.query("SELECT id, s FROM t ORDER BY id"));
        assertEquals(1, load.events.size());
        assertTrue(
                load.events.get(0).startsWith("object 's3://bucket/part-0', allowed: ")
                        && load.events.get(0).endsWith("in all 2 warnings and 1 skipped row"),
                load.events.get(0));
    }

    private static void assertLater(Database database, Consumer<Load> option, String message) {
        Load load = load(database).with("port", 1).of("1,2024-01-01,a\n");
        option.accept(load);

        assertEquals(message, load.failure(ConfigurationException.class));
    }

    private static Load load(Database database) {
        return Load.into(database, "t");
    }

    private static Database table(Product product, Sandbox sandbox) {
        return table(product.in(sandbox));
    }

    private static Database table(DatabaseServer server) {
        Database database = server.newDatabase();
        database.execute(
                "CREATE TABLE t (id INT PRIMARY KEY, d DATE, s VARCHAR(50))",
                "INSERT INTO t VALUES (0, '2020-01-01', 'old')");
        return database;
    }

    private static void assertUnchanged(Database database) {
        assertEquals(BEFORE, database.query("SELECT id, d, s FROM t ORDER BY id LIMIT 10"));
    }

    private static String rows(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int id = from; id <= to; id++) {
            text.append(id).append(",2024-01-01,good\n");
        }
        return text.toString();
    }

    private static InputStream breakingAfter(String start, Exception failure) {
        InputStream good = new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8));
        return new SequenceInputStream(good, new InputStream() {
            @Override
            public int read() throws IOException {
                if (failure instanceof LavaException fault) {
                    throw fault;
                }
                throw (IOException) failure;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                return read();
            }
        });
    }
}
