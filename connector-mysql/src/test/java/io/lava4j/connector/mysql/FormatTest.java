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
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What data may look like. */
@ExtendWith(SandboxExtension.class)
class FormatTest {

    @ParameterizedTest
    @EnumSource
    void separatorsMayBeAnyText(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        load(database).delimiter("\t").of("1\ttab\n").run();
        load(database).delimiter("||").of("2||two|bars\n").run();
        load(database)
                .delimiter("'")
                .terminator("\\';")
                .of("3'a quote\\';4'and more\\';")
                .escape("")
                .run();
        load(database)
                .delimiter("§")
                .encoding("latin1")
                .in(Charset.forName("windows-1252"), "5§été\n")
                .run();
        load(database).delimiter("→").of("6→arrow\n").run();
        load(database)
                .delimiter("\u0001")
                .terminator("\u0002")
                .of("7\u0001control\u0002")
                .run();

        assertEquals(
                List.of(
                        List.of("1", "tab"),
                        List.of("2", "two|bars"),
                        List.of("3", "a quote"),
                        List.of("4", "and more"),
                        List.of("5", "été"),
                        List.of("6", "arrow"),
                        List.of("7", "control")),
                rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void quotesHoldSeparatorsAndQuotes(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        Report report = load(database)
                .quote("\"")
                .of("1,\"a,b\nc\"\n2,\"say \"\"hi\"\"\"\n3,\"back\\\"slash\\\\\"\n4,in\"side\n")
                .run();
        load(database)
                .quote("\"")
                .escape("\"")
                .of("5,\"back\\slash\"\n6,\"\"\"\"\n")
                .run();

        assertEquals(4, report.rows());
        assertEquals(
                List.of(
                        List.of("1", "a,b\nc"),
                        List.of("2", "say \"hi\""),
                        List.of("3", "back\"slash\\"),
                        List.of("4", "in\"side"),
                        List.of("5", "back\\slash"),
                        List.of("6", "\"")),
                rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void escapesAreTheServersOwnAndMayBeNone(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        load(database).of("1,\\N\n2,a\\tb\\,c\\\n\n").run();
        load(database).escape("").of("3,\\N\n").run();
        load(database).escape("!").of("4,a!,b\\\n").run();

        assertEquals(
                List.of(List.of("1", "NULL"), List.of("2", "a\tb,c\n"), List.of("3", "\\N"), List.of("4", "a,b\\")),
                rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aLastTerminatorThatIsEscapedDoesNotHideFieldsTooMany(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        for (String quote : List.of("", "\"")) {
            String failure = load(database).quote(quote).of("1,x,extra\\\n").failure(JobFailedException.class);

            assertTrue(
                    failure.contains(
                            "row 1: Row 1 was truncated; it contained more data than there were input columns"),
                    failure);
        }
        load(database).of("1,a\\\n").run();
        load(database).quote("\"").of("2,b\\\n").run();
        load(database).of("3,c\\\\\n").run();
        load(database).of("4,d\\\\").run();

        assertEquals(
                List.of(List.of("1", "a\n"), List.of("2", "b\n"), List.of("3", "c\\"), List.of("4", "d\\")),
                rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aLastByteThatEscapesNothingIsAnError(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        for (String quote : List.of("", "\"")) {
            assertEquals(
                    "object 's3://bucket/part-0' ends in an escape character, which is to be followed by another; mend the file, or check ESCAPE;"
                            + " nothing was loaded, table '" + database.name() + ".t' is as it was",
                    load(database).quote(quote).of("3,c\\").failure(JobFailedException.class));
        }
        load(database).encoding("sjis").in(Charset.forName("Shift_JIS"), "1,表").run();
        load(database).encoding("gbk").in(Charset.forName("GBK"), "2,誠\n").run();

        assertEquals(List.of(List.of("1", "表"), List.of("2", "誠")), rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void encodingsAreConvertedAndSeparatorsWithinCharactersAreNone(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        load(database).of("1,naïve 表 😀\n").run();
        load(database).encoding("utf8").of("2,😀\n").run();
        load(database)
                .encoding("latin1")
                .in(Charset.forName("windows-1252"), "3,naïve €\n")
                .run();
        load(database)
                .encoding("sjis")
                .quote("\"")
                .in(Charset.forName("Shift_JIS"), "4,\"表\"\n5,ポ表\n")
                .run();
        load(database).encoding("GBK").in(Charset.forName("GBK"), "6,誠\n").run();

        assertEquals(
                List.of(
                        List.of("1", "naïve 表 😀"),
                        List.of("2", "😀"),
                        List.of("3", "naïve €"),
                        List.of("4", "表"),
                        List.of("5", "ポ表"),
                        List.of("6", "誠")),
                rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void theLastRowNeedsNoTerminatorAndObjectsAreNeverJoined(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        Report report = load(database)
                .terminator("\r\n")
                .headerLines(1)
                .quote("\"")
                .of("id,s\r\n1,one\r\n2,\"two\"", "id,s\r\n3,\"three\r\nlines\"\r\n", "id,s", "", "id,s\r\n4,four")
                .run();

        assertEquals(new Report(4, 0, 0, 0), report);
        assertEquals(
                List.of(List.of("1", "one"), List.of("2", "two"), List.of("3", "three\r\nlines"), List.of("4", "four")),
                rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void columnsOfTheFileMayBeInAnyOrderAndFewer(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (a INT, b INT DEFAULT 7, c INT, `d ``e` INT, f INT AS (a + c))");

        load(database)
                .columns("C INT NOT NULL", "`D ``E` INT", "a int", "PRIMARY KEY (a)", "UNIQUE (c)")
                .of("3,4,1\n")
                .run();

        assertEquals(List.of(List.of("1", "7", "3", "4", "4")), database.query("SELECT a, b, c, `d ``e`, f FROM t"));
    }

    @ParameterizedTest
    @EnumSource
    void namesAreFoldedUnlessTheConnectionPreservesCase(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute(
                "CREATE TABLE `o'dd ``t` (id INT, s VARCHAR(20))", "CREATE TABLE `O'dd ``T` (id INT, s VARCHAR(20))");

        Load folding = Load.into(database, "O'dd `T").of("1,folded\n");
        Load keeping =
                Load.into(database, "O'dd `T").with("preserve_case", "true").of("2,kept\n");
        folding.run();
        keeping.run();

        assertEquals("o'dd `t", folding.connection().named("O'dd `T"), "known without a server");
        assertEquals("O'dd `T", keeping.connection().named("O'dd `T"));
        assertEquals(List.of(List.of("1", "folded")), database.query("SELECT * FROM `o'dd ``t`"));
        assertEquals(List.of(List.of("2", "kept")), database.query("SELECT * FROM `O'dd ``T`"));
    }

    @ParameterizedTest
    @EnumSource
    void zeroStaysZeroInANumberingColumn(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, s VARCHAR(20))");

        load(database).of("0,zero\n").run();
        load(database).columns("s").of("drawn\n").run();

        assertEquals(List.of(List.of("0", "zero"), List.of("1", "drawn")), rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void theServersOwnModesDoNotChangeALoad(Product product, Sandbox sandbox) {
        DatabaseServer server = product.elsewhere(sandbox);
        Database database = table(server);
        String mode = server.query("SELECT @@global.sql_mode").get(0).get(0);
        String odd = "NO_BACKSLASH_ESCAPES,ANSI,IGNORE_SPACE" + (product == Product.MARIADB ? ",ORACLE" : "");
        server.execute("SET GLOBAL sql_mode = '" + odd + "'");
        try {
            load(database)
                    .mode(Mode.DELETE)
                    .quote("'")
                    .of("1,'it''s \\'so\\''\n2,\\N\n3,''\n")
                    .run();
        } finally {
            server.execute("SET GLOBAL sql_mode = '" + mode + "'");
        }

        assertEquals(List.of(List.of("1", "it's 'so'"), List.of("2", "NULL"), List.of("3", "")), rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aSeparatorThatIsNotAsciiWarnsAboutTheStatementAndIsNoFault(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);

        assertEquals(
                new Report(1, 0, 0, 0),
                load(database).delimiter("→").of("1→a\n").run());
    }

    @ParameterizedTest
    @EnumSource
    void notesAreNoFault(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id DECIMAL(5,1), s DATE)");

        assertEquals(
                new Report(1, 0, 0, 0),
                load(database).of("1.26,2024-01-01 10:00:00\n").run());
        assertEquals(List.of(List.of("1.3", "2024-01-01")), rows(database));
    }

    private static Load load(Database database) {
        return Load.into(database, "t");
    }

    private static Database table(Product product, Sandbox sandbox) {
        return table(product.in(sandbox));
    }

    private static Database table(DatabaseServer server) {
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, s VARCHAR(50))");
        return database;
    }

    private static List<List<String>> rows(Database database) {
        return database.query("SELECT id, s FROM t ORDER BY id");
    }
}
