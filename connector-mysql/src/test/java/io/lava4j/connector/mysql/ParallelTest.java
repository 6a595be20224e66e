package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.connector.mysql.load.PartSizes;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Several connections that load at once: all rows or none, and the same words as over one. */
@Timeout(300)
@ExtendWith({SandboxExtension.class, FewAtATime.class})
@Execution(ExecutionMode.CONCURRENT)
class ParallelTest {

    /** So small that a few thousand rows are many parts. */
    private static final LoadSettings SMALL_PARTS = LoadSettings.DEFAULT.cutting(new PartSizes(2_000, 10_000, 1_000));

    private static final int ROWS = 20_000;
    private static final String OVER_FOUR = "parallel 4: the data goes over 4 connections at once";

    @ParameterizedTest
    @EnumSource
    void aLargeObjectIsCutAndEachRowIsThereOnce(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        Load load = parallel(database).quote("\"").headerLines(2).of("a\nb\n" + rows(1, ROWS));

        assertEquals(new Report(ROWS, 0, 0, 0), load.run());

        assertEquals(List.of(List.of("" + ROWS, "1", "" + ROWS, "" + ROWS)), sums(database));
        assertEquals(OVER_FOUR, load.events.get(0));
        assertTrue(
                load.events.get(1).matches("object '.*part-0' was cut at row ends and loaded in \\d\\d+ parts"),
                load.events.toString());
        assertTrue(load.statements.stream().noneMatch(statement -> statement.contains("IGNORE 2 LINES")));
    }

    @ParameterizedTest
    @EnumSource
    void objectsOfAnySizeAreDealtOut(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        Load load = parallel(database).headerLines(1).of("a\n", "");
        int next = 1;
        for (int size : new int[] {1, 9_000, 300, 200, 10_000, 499}) {
            load.of("a\n" + rows(next, size).stripTrailing());
            next += size;
        }

        assertEquals(ROWS, load.run().rows());

        assertEquals(List.of(List.of("" + ROWS, "1", "" + ROWS, "" + ROWS)), sums(database));
        assertEquals(3, load.events.size(), load.events.toString());
    }

    @ParameterizedTest
    @EnumSource
    void packedDataIsUnpackedByOneReaderForAll(Product product, Sandbox sandbox) throws IOException {
        Database database = table(product, sandbox);
        Load load = parallel(database).of(gzipped(rows(1, ROWS)));
        load.compression = Compression.GZIP;

        assertEquals(ROWS, load.run().rows());

        assertEquals(List.of(List.of("" + ROWS, "1", "" + ROWS, "" + ROWS)), sums(database));
        assertEquals(2, load.events.size(), load.events.toString());
    }

    @ParameterizedTest
    @EnumSource
    void tablesAreMadeAndReplacedOverSeveralConnections(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        String[] columns = {"id INT PRIMARY KEY", "s VARCHAR(40)"};

        Report made = parallel(database)
                .mode(Mode.APPEND)
                .columns(columns)
                .of(rows(1, 5_000))
                .run();
        Report replaced = parallel(database)
                .mode(Mode.DROP)
                .columns(columns)
                .of(rows(1, 6_000))
                .run();
        Report pair = parallel(database)
                .mode(Mode.SWITCH)
                .columns(columns)
                .of(rows(1, 7_000))
                .run();

        assertEquals(List.of(5_000L, 6_000L, 7_000L), List.of(made.rows(), replaced.rows(), pair.rows()));
        assertEquals(List.of(List.of("t"), List.of("t_a"), List.of("t_b")), database.query("SHOW TABLES"));
        assertEquals(List.of(List.of("6000")), database.query("SELECT COUNT(*) FROM t"));
        assertEquals(List.of(List.of("7000")), database.query("SELECT COUNT(*) FROM t_a"));
    }

    @ParameterizedTest
    @EnumSource
    void aBadRowFailsAllAndIsNamedByItsPlaceInTheObject(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        Load load = parallel(database).headerLines(1).of("a\n" + rows(1, 15_000) + "x,bad\n" + rows(15_002, 4_999));

        String failure = load.failure(JobFailedException.class);

        assertTrue(
                failure.matches(
                        "object '.*part-0', row 15001 \\(line 15002 with the header\\): Incorrect integer value: 'x'"
                                + " for column ('id'|`.*`\\.`.*`\\.`id`) at row 15001 \\(error 1366\\); in part \\d+ of it 1 warning and 0 skipped"
                                + " rows; mend the data, or allow such rows with max_warnings; nothing was loaded, table '"
                                + database.name() + ".t' is as it was"),
                failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyInTwoPartsFailsAllWithTheKey(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        Load load = parallel(database).of(rows(1, ROWS) + "7,again\n");

        String failure = load.failure(JobFailedException.class);

        assertTrue(
                failure.matches(
                        "object '.*part-0', Duplicate entry '7' for key '(t_lava_.*\\.)?PRIMARY' \\(error 1062\\); in .*"
                                + " 1 warning and 1 skipped row; mend the data, .*"),
                failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void warningsOfAllPartsTogetherAreAllowedOrNot(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT, s VARCHAR(40))", "INSERT INTO t VALUES (0, 'old')");
        String data = IntStream.range(0, 20)
                .mapToObj(part -> rows(part * 500, 500) + "x,bad\n")
                .collect(Collectors.joining());
        Load tooFew = parallel(database).of(data);
        tooFew.maxWarnings = OptionalLong.of(19);
        Load enough = parallel(database).of(data);
        enough.maxWarnings = OptionalLong.of(20);

        String failure = tooFew.failure(JobFailedException.class);

        assertTrue(
                failure.contains("; max_warnings allows 19: mend the data, or allow more; nothing was loaded"),
                failure);
        assertEquals(List.of(List.of("0", "old")), database.query("SELECT * FROM t"));
        assertEquals(new Report(10_020, 0, 0, 20), enough.run());
        List<String> allowed = enough.events.stream()
                .filter(event -> event.contains(", allowed: "))
                .toList();
        assertTrue(
                allowed.stream()
                        .allMatch(event ->
                                event.matches("object '.*', allowed: row \\d+: .*; in part \\d+ of it \\d+ .*")),
                allowed.toString());
    }

    @ParameterizedTest
    @EnumSource
    void dataThatBreaksOffFailsAll(Product product, Sandbox sandbox) throws IOException {
        Database database = table(product, sandbox);
        byte[] whole = gzipped(rows(1, ROWS));
        Load cut = parallel(database).of(Arrays.copyOf(whole, whole.length - 9));
        cut.compression = Compression.GZIP;
        Load unclosed = parallel(database).quote("\"").of(rows(1, ROWS) + "9,\"open\n");

        String cutOff = cut.failure(JobFailedException.class);
        String open = unclosed.failure(JobFailedException.class);

        assertTrue(
                cutOff.matches(
                        "object '.*part-0' cannot be read: the gzip data is cut off; store the file again; nothing"
                                + " was loaded, table '.*\\.t' is as it was"),
                cutOff);
        assertTrue(
                open.matches(
                        "object '.*part-0' ends within quotes: the quote that opens in row 20001 is not closed; mend"
                                + " the file, or check QUOTE and ESCAPE; nothing was loaded, table '.*\\.t' is as it was"),
                open);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void whereRowsMustComeInOrderOrInOneTransactionThereIsOneConnectionAndAnEvent(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute(
                "CREATE TABLE numbered (n INT AUTO_INCREMENT PRIMARY KEY, id INT, s VARCHAR(40))",
                "ALTER TABLE t ADD UNIQUE KEY (s)");

        assertOne(
                "mode 'append' fills the table in one transaction",
                parallel(database).mode(Mode.APPEND).of("30000,thirty\n"));
        Load inPlace = parallel(database).of(rows(1, ROWS));
        inPlace.atomic = false;
        assertOne("the table is filled in place, 'atomic' being false", inPlace);
        assertOne(
                "which of two rows with one key stays depends on their order",
                parallel(database).duplicates(Duplicates.IGNORE).of(rows(1, ROWS)));
        assertOne(
                "which of two rows with one key stays depends on their order",
                parallel(database).duplicates(Duplicates.REPLACE).of(rows(1, ROWS)));
        Load numbered = parallel(database).columns("id", "s").of(rows(1, ROWS));
        numbered.table = "numbered";
        assertOne("the rows get their AUTO_INCREMENT numbers in their order", numbered);
        assertEquals(
                List.of(List.of("0")),
                database.query("SELECT COUNT(*) FROM numbered WHERE n <> id"),
                "rows are numbered in their order");
        assertOne("there is too little data for more", parallel(database).of("1,one\n"));
        Load unknown = parallel(database).encoding("latin1").of(rows(1, ROWS));
        assertEquals(OVER_FOUR, unknown.plan().notes().get(0));
    }

    @ParameterizedTest
    @EnumSource
    void whereARowDrawsItsNumberTheLoadBeginsAgainOverOneConnection(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("CREATE TABLE numbered (id INT AUTO_INCREMENT PRIMARY KEY, s VARCHAR(40))");
        Load load = parallel(database).of(rows(1, 10_000) + "\\N,drawn\n" + rows(10_002, 9_999));
        load.table = "numbered";

        assertEquals(new Report(ROWS, 0, 0, 0), load.run());

        assertEquals(List.of(List.of("10001")), database.query("SELECT id FROM numbered WHERE s = 'drawn'"));
        assertTrue(
                load.events.stream()
                        .anyMatch(event -> event.matches(
                                "(the AUTO_INCREMENT column is NULL in a row, and rows get their numbers in their order"
                                        + "|a key is there twice, or a row has drawn a number that is in another)"
                                        + "; the load begins again, over one connection"
                                        + "|.*innodb_autoinc_lock_mode is 1\\)")),
                load.events.toString());
    }

    @ParameterizedTest
    @EnumSource
    void numbersOfTheServerAreDrawnOverOneConnectionWhereItGivesThemToOneAtATime(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("CREATE TABLE numbered (id INT AUTO_INCREMENT PRIMARY KEY, s VARCHAR(40))");
        String mode = product.in(sandbox)
                .query("SELECT @@innodb_autoinc_lock_mode")
                .get(0)
                .get(0);
        Load load = parallel(database).of(rows(1, ROWS));
        load.table = "numbered";

        assertEquals(
                mode.equals("2")
                        ? OVER_FOUR
                        : "parallel 4: one connection is used, as the server lets one statement after another fill a table"
                                + " with an AUTO_INCREMENT column (innodb_autoinc_lock_mode is " + mode + ")",
                load.plan().notes().get(0));
        if (product == Product.MARIADB) {
            product.in(sandbox)
                    .execute(
                            "CREATE SEQUENCE " + database.name() + ".numbers",
                            "ALTER TABLE " + database.name() + ".t ADD n INT DEFAULT NEXTVAL(" + database.name()
                                    + ".numbers)");
            assertEquals(
                    "parallel 4: one connection is used, as the rows get the numbers of a sequence in their order",
                    parallel(database)
                            .columns("id", "s")
                            .of(rows(1, ROWS))
                            .plan()
                            .notes()
                            .get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatGetTheirTimeByDefaultGetOneTime(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        database.execute("ALTER TABLE t ADD loaded DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6)");

        assertEquals(
                ROWS,
                parallel(database).columns("id", "s").of(rows(1, ROWS)).run().rows());

        assertEquals(
                List.of(List.of("1", "1")),
                database.query("SELECT COUNT(DISTINCT loaded), MIN(loaded) > NOW() - INTERVAL 1 HOUR FROM t"));
    }

    @ParameterizedTest
    @EnumSource
    void aLongObjectThatIsNotCutIsCommittedInPartsByOneConnection(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        Load load = parallel(database).parallel(2);
        load.settings = LoadSettings.DEFAULT.cutting(new PartSizes(2_000, 10_000, 100_000));
        load.of(rows(1, 4_000)).of(rows(4_001, 4_000)).of(rows(8_001, 4_000) + "x,bad\n");
        load.maxWarnings = OptionalLong.of(1);
        database.execute("ALTER TABLE t DROP PRIMARY KEY");

        assertEquals(12_001, load.run().rows());

        assertTrue(
                load.events.stream()
                        .anyMatch(event -> event.matches("object '.*part-2', allowed: row 4001: .*in part 6 of it.*")),
                load.events.toString());
    }

    @ParameterizedTest
    @EnumSource
    void ofAServerThatTakesFewerConnectionsThoseAreUsed(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        product.in(sandbox).execute("ALTER USER " + database.user() + " WITH MAX_USER_CONNECTIONS 1");
        Load load = parallel(database).of(rows(1, ROWS));

        assertEquals(ROWS, load.run().rows());

        assertEquals(List.of(List.of("" + ROWS, "1", "" + ROWS, "" + ROWS)), sums(database));
        List<String> unopened = load.events.stream()
                .filter(
                        event -> event.matches(
                                "connection [234] of 4 cannot be opened, and the load goes on without it: .* refuses the login: .*"))
                .toList();
        assertEquals(3, unopened.size(), load.events.toString());
    }

    @ParameterizedTest
    @EnumSource
    void autoTakesOneConnectionForLittleData(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        Load load = parallel(database).of(rows(1, ROWS));
        load.parallel = OptionalInt.empty();

        assertEquals(ROWS, load.run().rows());

        assertEquals(
                List.of("parallel 'auto': one connection is used, as there is too little data for more"), load.events);
    }

    @ParameterizedTest
    @EnumSource
    void partsThatAreInEachOthersWayAreLoadedOverOneConnectionWhichNamesTheKey(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(product, sandbox);
        String sessions = sessions(database);
        Held first = Held.of("7,first\n70,a longer row\n", () -> {
            Until.is("the other part waits", () -> server.query(sessions).size() == 2);
            Until.is(
                    "the other part has given way", () -> server.query(sessions).size() == 1);
        });
        String rows = "SELECT trx_id FROM information_schema.innodb_trx WHERE trx_rows_modified > 0 AND"
                + " trx_mysql_thread_id IN (" + sessions + ")";
        Held second = Held.of(
                "80,y\n7,second\n",
                () -> Until.is("the key is there", () -> !server.query(rows).isEmpty()));
        Load load = parallel(database).of(first).of(second);
        load.settings = new LoadSettings(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1))
                .cutting(new PartSizes(8, 1_000, 1_000));

        String failure = load.failure(JobFailedException.class);

        assertTrue(
                failure.matches(
                        "object '.*part-1', Duplicate entry '7' for key '(t_lava_.*\\.)?PRIMARY' \\(error 1062\\); in all"
                                + " 1 warning and 1 skipped row; mend the data, .*"),
                failure);
        assertTrue(
                load.events
                        .get(1)
                        .matches(
                                "one part was in the way of another, perhaps by a key that is in both: Lock wait timeout"
                                        + " exceeded; try restarting transaction \\(error 1205\\); the load begins again, over one connection"),
                load.events.toString());
        assertUnchanged(database);
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, ASC", "MYSQL, DESC", "MARIADB, ASC", "MARIADB, DESC"})
    void aConnectionThatIsLostFailsAllWhicheverItIs(Product product, String order, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(product, sandbox);
        String sessions = sessions(database) + " ORDER BY id " + order;
        Runnable kill = () -> {
            Until.is("two are at work", () -> server.query(sessions).size() == 2);
            server.execute("KILL " + server.query(sessions).get(0).get(0));
        };
        Held first = Held.of(rows(1, 2_000), kill);
        Load load = parallel(database).parallel(2).of(first).of(rows(2_001, 2_000));

        String failure = load.failure(JobFailedException.class);

        assertTrue(
                failure.matches(
                        "(object '.*part-[01]', |table '.*': )the connection to the server was lost; nothing was loaded, table '"
                                + database.name() + ".t' is as it was"),
                failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsAllConnections(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = table(product, sandbox);
        Thread caller = Thread.currentThread();
        Held first = Held.of(rows(1, 2_000), () -> {
            Until.is("two are at work", () -> server.query(sessions(database)).size() == 2);
            caller.interrupt();
            Until.is("all were ended", () -> server.query(sessions(database)).isEmpty());
        });
        Load load = parallel(database).parallel(2).of(first).of(rows(2_001, 2_000));

        String failure = load.failure(CancelledException.class);

        assertTrue(Thread.interrupted());
        assertEquals(
                "the load was interrupted; nothing was loaded, table '" + database.name() + ".t' is as it was",
                failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionWhoseServerFallsSilentEndsTheLoad(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, s VARCHAR(40))", "INSERT INTO t VALUES (0, 'old')");
        String user = "plain" + database.name();
        server.execute(
                "CREATE USER " + user + " IDENTIFIED WITH mysql_native_password"
                        + (product == Product.MYSQL ? " BY 'secret'" : " USING PASSWORD('secret')"),
                "GRANT ALL ON " + database.name() + ".* TO " + user);
        try (SilentNetwork network = new SilentNetwork(server.port(), "3999,row")) {
            Load load = Load.by(user, "secret", database, "t")
                    .mode(Mode.TRUNCATE)
                    .parallel(2)
                    .with("port", network.port())
                    .of(rows(1, 2_000))
                    .of(rows(2_001, 2_000));
            load.settings = new LoadSettings(Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofSeconds(1));

            String failure = load.failure(JobFailedException.class);

            assertTrue(
                    failure.matches(
                            "the server has not answered for \\d+ s, and does not work on the load any more; run the"
                                    + " job again; nothing was loaded, table '.*' is as it was"),
                    failure);
        }
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void dataThatStallsEndsTheLoad(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        Stalling stalling = new Stalling();
        Load load = parallel(database).of(rows(1, 2_000)).of(stalling, 1_000_000);
        load.settings = new LoadSettings(Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofSeconds(1));

        String failure = load.failure(JobFailedException.class);
        stalling.release.countDown();

        assertEquals(
                "the object store has sent no data for 8 s; check the network, and run the job again; nothing was loaded, table '"
                        + database.name() + ".t' is as it was",
                failure);
        assertUnchanged(database);
    }

    @ParameterizedTest
    @EnumSource
    void progressNeverGoesBackAndEndsWithAllBytes(Product product, Sandbox sandbox) {
        Database database = table(product, sandbox);
        List<Long> told = new ArrayList<>();
        Load load = parallel(database).of(rows(1, 9_000), rows(9_001, 9_000));

        try (Prepared prepared = load.prepare()) {
            prepared.run(new Listener() {
                @Override
                public void progress(long bytes, long total) {
                    told.add(bytes);
                }
            });
        }

        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(rows(1, 18_000).length(), told.get(told.size() - 1));
    }

    private static String sessions(Database database) {
        return "SELECT id FROM information_schema.processlist WHERE user = '" + database.user() + "'";
    }

    private static void assertOne(String reason, Load load) {
        load.run();
        assertEquals(List.of("parallel 4: one connection is used, as " + reason), load.events);
    }

    private static Load parallel(Database database) {
        Load load = Load.into(database, "t").mode(Mode.TRUNCATE).parallel(4);
        load.settings = SMALL_PARTS;
        return load;
    }

    private static String rows(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(row -> row + ",row " + row + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Database table(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, s VARCHAR(40))", "INSERT INTO t VALUES (0, 'old')");
        return database;
    }

    private static List<List<String>> sums(Database database) {
        return database.query(
                "SELECT COUNT(*), MIN(id), MAX(id), COUNT(DISTINCT s) FROM t WHERE s = CONCAT('row ', id)");
    }

    private static void assertUnchanged(Database database) {
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
        assertEquals(List.of(List.of("0", "old")), database.query("SELECT * FROM t"));
    }
}
