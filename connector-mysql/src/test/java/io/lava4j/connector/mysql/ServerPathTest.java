package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadRequest.Path;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that reads the objects by itself: here files, as their place in the statement is all that differs. */
@ExtendWith(SandboxExtension.class)
class ServerPathTest {

    @TempDir
    java.nio.file.Path folder;

    private final Folder s3 = new Folder();

    @ParameterizedTest
    @EnumSource
    void autoTakesTheServerPathWhereItIsOffered(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\n2,two\n", Optional.empty());

        assertEquals("server", load.plan().path());
        assertEquals("the server can", load.plan().reason());
        assertEquals(new Report(2, 0, 0, 0), load.run());
        assertEquals(List.of(List.of("1", "one"), List.of("2", "two")), rows(server, load));
    }

    @ParameterizedTest
    @EnumSource
    void badDataFailsItInTheSameWords(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\nx,two\n", Optional.empty());

        String failure = load.failure(JobFailedException.class);

        assertTrue(failure.contains("', row 2: Incorrect integer value: 'x' for column "), failure);
        assertTrue(
                failure.endsWith(
                        "in all 1 warning and 0 skipped rows; mend the data, or allow such rows with max_warnings; nothing was loaded, table '"
                                + load.schema + ".t' is as it was"),
                failure);
        assertEquals(List.of(), rows(server, load));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsTheReasonForTheClientPath(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\n", Optional.of("the server has no role for S3"));

        assertEquals("client", load.plan().path());
        assertEquals("the server has no role for S3", load.plan().reason());
        load.path = Path.SERVER;
        assertEquals(
                "load_path 'server': the server has no role for S3; or use client or auto",
                load.failure(ConfigurationException.class));
        load.path = Path.CLIENT;
        assertEquals("the job asks for it", load.plan().reason());
    }

    @ParameterizedTest
    @EnumSource
    void compressedDataGoesThroughTheClient(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\n", Optional.empty());
        load.compression = Compression.GZIP;

        assertEquals("client", load.plan().path());
        assertEquals(
                "the data is compressed, and no server unpacks it", load.plan().reason());
        load.path = Path.SERVER;
        assertEquals(
                "load_path 'server': the data is compressed, and no server unpacks it; or use client or auto",
                load.failure(ConfigurationException.class));
    }

    @ParameterizedTest
    @EnumSource
    void anObjectWithoutItsLastTerminatorGoesThroughTheClientWhichAddsIt(Product product, Sandbox sandbox)
            throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), "1,one\n", "", "2,two", "3,three\n");
        String reason = "object 's3://bucket/part-2' does not end in the TERMINATOR '\\n', and the server would drop in"
                + " silence what its last row has too much; the client path adds what is missing";

        assertEquals("client", load.plan().path());
        assertEquals(reason, load.plan().reason());
        load.path = Path.SERVER;
        assertEquals(
                "load_path 'server': " + reason + "; or use client or auto",
                load.failure(ConfigurationException.class));
    }

    @ParameterizedTest
    @EnumSource
    void emptyObjectsNeedNoTerminator(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), "", "1,one\n");

        assertEquals("server", load.plan().path());
        assertEquals(new Report(1, 0, 0, 0), load.run());
    }

    @ParameterizedTest
    @EnumSource
    void theSessionIsSetUpForTheServerPathAlone(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), "1,one\n");
        s3.setUp = List.of("SET @fit = 1", "SET @fit = @fit + 1");
        s3.difference = connection ->
                value(connection, "SELECT @fit").equals("2") ? Optional.empty() : Optional.of("the session is not fit");

        assertEquals(
                "the server can, after SET @fit = 1; SET @fit = @fit + 1",
                load.plan().reason());
        assertEquals(1, load.run().rows());

        s3.setUp = List.of("this is no SQL");
        load.path = Path.CLIENT;
        assertEquals("client", load.plan().path());
        load.path = Path.AUTO;
        s3.no = Optional.of("the server has no role for S3");
        assertEquals("client", load.plan().path());
        s3.no = Optional.empty();
        assertEquals("client", load.of("2,two").plan().path());
    }

    @ParameterizedTest
    @EnumSource
    void theSessionInThePlaceOfALostOneIsSetUpToo(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "CREATE TABLE door (id INT)");
        String user = database.name() + "u";
        String role = database.name() + "r";
        server.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "CREATE ROLE " + role,
                "GRANT " + role + " TO " + user,
                "GRANT ALL ON " + database.name() + ".* TO " + role,
                "GRANT FILE ON *.* TO " + role,
                "GRANT SELECT ON " + database.name() + ".door TO " + user);
        Files.writeString(folder.resolve("part-0"), "1\n");
        s3.setUp = List.of("SET ROLE " + role);
        s3.difference = connection -> {
            connection.abort(Runnable::run);
            return Optional.empty();
        };
        Load load = Load.by(user, "secret", database, "t").mode(Mode.TRUNCATE).of("1\n");
        load.context.s3LoadPath = Optional.of(s3);

        String failure = load.failure(JobFailedException.class);

        assertTrue(failure.endsWith("; nothing was loaded, table '" + database.name() + ".t' is as it was"), failure);
        assertEquals(List.of(List.of("door"), List.of("t")), database.query("SHOW TABLES"));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheServerHasRecordedMustBeWhatWasAskedFor(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), "1,one\n");
        s3.difference = connection -> Optional.of("object 'x' was not read");

        assertEquals(
                "object 'x' was not read; nothing was loaded, table '" + load.schema + ".t' is as it was",
                load.failure(JobFailedException.class));
        assertEquals(List.of(), rows(server, load));
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatOurTransactionCannotSeeIsLookedForInAnotherSession(Product product, Sandbox sandbox)
            throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), "1,one\n");
        List<String> sessions = new ArrayList<>();
        s3.difference = connection -> {
            sessions.add(value(connection, "SELECT CONNECTION_ID()"));
            return sessions.size() == 1 ? Optional.of("object 'x' was not read") : Optional.empty();
        };

        assertEquals(1, load.run().rows());
        assertEquals(2, Set.copyOf(sessions).size());
        assertEquals(List.of(List.of("1", "one")), rows(server, load));
    }

    @ParameterizedTest
    @EnumSource
    void recordsThatCannotBeReadAreToldAndFailNothing(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), "1,one\n", "2,two\n");
        s3.difference = connection -> Optional.of(value(connection, "SELECT bytes FROM " + load.schema + ".records"));
        s3.explanation = Optional.of("GRANT SELECT ON records TO user");

        assertEquals(2, load.run().rows());
        assertEquals(
                List.of(
                        "the server's own record of what it has read cannot be looked at: GRANT SELECT ON records TO user;"
                                + " the server says: Table '" + load.schema + ".records' doesn't exist (error 1146)"),
                load.events);
        assertEquals(2, rows(server, load).size());
    }

    @ParameterizedTest
    @EnumSource
    void recordsThatNoSecondSessionCanBeHadForAreToldAndFailNothing(Product product, Sandbox sandbox)
            throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), "1,one\n");
        String user = "lone" + load.schema;
        server.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret' WITH MAX_USER_CONNECTIONS 1",
                "GRANT ALL ON *.* TO " + user);
        load.context.credentials = LentContext.credentials(user, "secret");
        load.spec.put("user", user);
        s3.difference = connection -> Optional.of("object 'x' was not read");

        assertEquals(1, load.run().rows());
        assertEquals(1, load.events.size());
        assertTrue(
                load.events
                        .get(0)
                        .startsWith("the server's own record of what it has read cannot be looked at: over a second"
                                + " session: connection 'test': server " + server.host() + ":" + server.port()
                                + " refuses the login: User "),
                load.events.get(0));
        assertEquals(List.of(List.of("1", "one")), rows(server, load));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBehindAnErrorComesFirstAndTheServersOwnWordsLast(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), "1,one\n");
        Files.delete(folder.resolve("part-0"));
        s3.explanation = Optional.of("the cluster may not read it; let it");

        String failure = load.failure(JobFailedException.class);

        assertTrue(
                failure.startsWith(
                        "object 's3://bucket/part-0': the cluster may not read it; let it; the server says: "),
                failure);
        assertTrue(failure.contains("part-0' (OS errno 2") || failure.contains("part-0' (Errcode: 2"), failure);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyStatementsARunTellsTheFirstAndADryRunAll(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), numbered(10));
        List<String> ten = load.plan().statements();
        load.run();

        assertEquals(ten, load.statements);

        Load more = load(server, Optional.empty(), numbered(1002)).mode(Mode.DELETE);
        List<String> all = more.plan().statements();
        assertEquals(1002, more.run().rows());

        assertEquals(1003, all.size());
        assertEquals(List.of(all.get(0), all.get(1), "… and 1,001 alike"), more.statements);
    }

    private static String[] numbered(int count) {
        return IntStream.range(0, count).mapToObj(number -> number + ",n\n").toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void theRehearsalIsOfTheSameClausesAndCanBeDoneWithout(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, Optional.empty(), "1,one\n");
        load.partitions = List.of("p9");

        String failure = load.failure(JobFailedException.class);

        assertTrue(failure.contains("PARTITION () clause on non partitioned table (error 1747)"), failure);
        load.partitions = List.of();
        server.execute("SET GLOBAL local_infile = OFF");
        try {
            assertEquals(1, load.run().rows());
        } finally {
            server.execute("SET GLOBAL local_infile = ON");
        }
    }

    @Timeout(300)
    @ParameterizedTest
    @EnumSource
    void anInterruptedLoadIsEndedAtTheServerAndTheNextOneNeedNotWait(Product product, Sandbox sandbox)
            throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\n", Optional.empty());
        busy(server, load);

        assertEquals(
                "the load was interrupted; nothing was loaded, table '" + load.schema + ".t' is as it was",
                interrupted(server, load, () -> {}));
        assertEquals(List.of(), atWork(server, load));
        server.execute("DROP TRIGGER " + load.schema + ".busy");
        load.settings = new LoadSettings(Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertEquals(1, load.run().rows());
    }

    @Timeout(300)
    @ParameterizedTest
    @EnumSource
    void aLoadThatCannotBeEndedAtTheServerIsNamed(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\n", Optional.empty());
        busy(server, load);

        String failure = interrupted(
                server, load, () -> load.context.credentials = LentContext.credentials(server.rootUser(), "wrong"));

        String session = atWork(server, load).get(0).get(0);
        server.execute("KILL " + session);
        assertTrue(
                failure.startsWith("the load was interrupted; nothing was loaded, table '" + load.schema
                        + ".t' is as it was; session " + session + " may still work at the server and hold the table's"
                        + " lock, though it commits nothing (KILL " + session
                        + " ends it): connection 'test': server "),
                failure);
    }

    /** The failure of a load that is interrupted, after something else has happened, while the server works. */
    private static String interrupted(DatabaseServer server, Load load, Runnable before) {
        Thread caller = Thread.currentThread();
        Thread other = new Thread(() -> {
            Until.is("the server works on the load", () -> !atWork(server, load).isEmpty());
            before.run();
            caller.interrupt();
        });
        other.start();
        String failure = load.failure(CancelledException.class);
        assertTrue(Thread.interrupted());
        return failure;
    }

    private static List<List<String>> atWork(DatabaseServer server, Load load) {
        return server.query("SELECT id FROM information_schema.processlist WHERE info LIKE 'LOAD DATA INFILE%`"
                + load.schema + "`%' OR db = '" + load.schema + "' AND info LIKE '%BENCHMARK%'");
    }

    /** Each row takes longer than any test, and the server does not look for its client meanwhile. */
    private static void busy(DatabaseServer server, Load load) {
        server.execute("CREATE TRIGGER " + load.schema + ".busy BEFORE INSERT ON " + load.schema
                + ".t FOR EACH ROW SET @spent = BENCHMARK(1000000000000, SHA2('x', 512))");
    }

    private Load load(DatabaseServer server, String data, Optional<String> refusal) throws IOException {
        return load(server, refusal, data);
    }

    private Load load(DatabaseServer server, Optional<String> refusal, String... objects) throws IOException {
        String schema = server.newDatabase().name();
        server.execute("CREATE TABLE " + schema + ".t (id INT PRIMARY KEY, s VARCHAR(20))");
        for (int i = 0; i < objects.length; i++) {
            Files.writeString(folder.resolve("part-" + i), objects[i]);
        }
        // Reading files takes a right that only root has.
        Load load = Load.asRoot(server, schema).of(objects);
        s3.no = refusal;
        load.context.s3LoadPath = Optional.of(s3);
        return load;
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }

    private static List<List<String>> rows(DatabaseServer server, Load load) {
        return server.query("SELECT id, s FROM " + load.schema + ".t ORDER BY id");
    }

    private interface Difference {
        Optional<String> of(Connection connection) throws SQLException;
    }

    private final class Folder implements S3LoadPath {

        Optional<String> no = Optional.empty();
        List<String> setUp = List.of();
        Optional<String> explanation = Optional.empty();
        Difference difference = connection -> Optional.empty();

        @Override
        public Set<String> types() {
            return Set.of("mysql");
        }

        @Override
        public Optional<String> refusal(LoadRequest request, Connection connection) {
            return no;
        }

        @Override
        public List<String> setUp(Connection connection) {
            return setUp;
        }

        @Override
        public String statement(LoadRequest request, String table, StoredObject object) {
            return "LOAD DATA INFILE "
                    + MySql.literal(folder.resolve(object.key()).toString()) + " IGNORE INTO TABLE " + table + " "
                    + MySql.loadClauses(request);
        }

        @Override
        public Optional<String> explain(SQLException refused, Connection connection) {
            return explanation;
        }

        @Override
        public Optional<String> discrepancy(LoadRequest request, Instant since, Connection connection)
                throws SQLException {
            return difference.of(connection);
        }
    }
}
