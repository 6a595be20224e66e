package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mode on every state of its table with every outcome: what is in the database afterwards, and nothing else. */
@Timeout(300)
@ExtendWith({SandboxExtension.class, FewAtATime.class})
class ModeMatrixTest {

    private static final String[] COLUMNS = {"id INT PRIMARY KEY", "name VARCHAR(20)"};
    private static final String GOOD = "1,one\n2,two\n";
    private static final String LOADED = "1 one, 2 two";
    private static final String OLD = "0 old";

    /** What goes wrong, and at which point. */
    enum Outcome {
        SUCCESS,
        /** The server refuses a row of the second object. */
        BAD_DATA,
        /** An object cannot be read to its end, which ends the session. */
        BROKEN_OBJECT,
        /** The server ends the session in the middle of the data. */
        KILLED,
        /** The job's thread is interrupted in the middle of the data. */
        INTERRUPTED,
        /** The server does not understand 'columns'. */
        BAD_COLUMNS
    }

    /** A mode, with or without a safety net. */
    enum Way {
        APPEND(Mode.APPEND, true),
        ABORT(Mode.ABORT, true),
        DELETE(Mode.DELETE, true),
        TRUNCATE(Mode.TRUNCATE, true),
        TRUNCATE_IN_PLACE(Mode.TRUNCATE, false),
        DROP(Mode.DROP, true),
        DROP_IN_PLACE(Mode.DROP, false),
        SWITCH(Mode.SWITCH, true);

        final Mode mode;
        final boolean atomic;

        Way(Mode mode, boolean atomic) {
            this.mode = mode;
            this.atomic = atomic;
        }
    }

    /** A case: a way, the tables before with their rows, and what a success and a failure leave. */
    private record Case(Way way, Map<String, String> before, Map<String, String> success, Map<String, String> failure) {

        static Case of(Way way, Map<String, String> before, Map<String, String> success, Map<String, String> failure) {
            return new Case(way, new TreeMap<>(before), new TreeMap<>(success), new TreeMap<>(failure));
        }

        @Override
        public String toString() {
            return way + " on " + before;
        }
    }

    private static List<Case> cases() {
        Map<String, String> none = Map.of();
        Map<String, String> empty = Map.of("t", "");
        Map<String, String> old = Map.of("t", OLD);
        Map<String, String> loaded = Map.of("t", LOADED);
        List<Case> cases = new ArrayList<>();
        for (Way way : Way.values()) {
            if (way != Way.SWITCH) {
                cases.add(Case.of(way, none, loaded, none));
                cases.add(Case.of(way, empty, loaded, way == Way.DROP_IN_PLACE ? none : empty));
            }
        }
        cases.add(Case.of(Way.APPEND, old, Map.of("t", OLD + ", " + LOADED), old));
        cases.add(Case.of(Way.DELETE, old, loaded, old));
        cases.add(Case.of(Way.TRUNCATE, old, loaded, old));
        cases.add(Case.of(Way.TRUNCATE_IN_PLACE, old, loaded, empty));
        cases.add(Case.of(Way.DROP, old, loaded, old));
        cases.add(Case.of(Way.DROP_IN_PLACE, old, loaded, none));
        cases.add(switching(none, Map.of("t_a", LOADED, "t_b", "")));
        cases.add(switching(Map.of("t_a", "", "t_b", ""), Map.of("t_a", LOADED, "t_b", "")));
        cases.add(switching(Map.of("t_a", OLD, "t_b", ""), Map.of("t_a", "", "t_b", LOADED)));
        cases.add(switching(Map.of("t_a", "", "t_b", OLD), Map.of("t_a", LOADED, "t_b", "")));
        cases.add(switching(Map.of("t_a", OLD), Map.of("t_a", "", "t_b", LOADED)));
        cases.add(switching(Map.of("t_b", OLD), Map.of("t_a", LOADED, "t_b", "")));
        cases.add(switching(Map.of("t_b", ""), Map.of("t_a", LOADED, "t_b", "")));
        return cases;
    }

    private static Case switching(Map<String, String> before, Map<String, String> success) {
        return Case.of(Way.SWITCH, before, success, before);
    }

    private static Stream<Arguments> all() {
        return Stream.of(Product.values()).flatMap(product -> cases().stream()
                .flatMap(each -> Stream.of(Outcome.values()).map(out -> Arguments.of(product, each, out))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("all")
    @Execution(ExecutionMode.CONCURRENT)
    void leavesWhatIsPromised(Product product, Case given, Outcome outcome, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = server.newDatabase();
        given.before.forEach((table, rows) -> create(database, table, rows));
        Load load = Load.into(database, "t").mode(given.way.mode).columns(COLUMNS);
        load.atomic = given.way.atomic;

        run(load.of("1,one\n"), outcome, server, database, given);

        Map<String, String> expected = outcome == Outcome.SUCCESS ? given.success : given.failure;
        assertEquals(outcome == Outcome.BAD_COLUMNS ? given.before : expected, tables(database));
        awaitNoSession(server, database);
        assertEquals(
                List.of(List.of("NULL")),
                server.query("SELECT IS_USED_LOCK(CONCAT('lava:', LEFT(SHA2('" + database.name() + ".t', 256), 40)))"),
                "the lock is free");
    }

    private static void run(Load load, Outcome outcome, DatabaseServer server, Database database, Case given) {
        switch (outcome) {
            case SUCCESS -> assertEquals(2, load.of("2,two\n").run().rows());
            case BAD_DATA -> assertFails(load.of("x,two\n"), "row 1: Incorrect integer value: 'x'", given);
            case BROKEN_OBJECT -> assertFails(load.of(new Breaking(() -> {}), 100), "cannot be read", given);
            case KILLED ->
                assertFails(
                        load.of(new Breaking(() -> kill(server, database)), 100), "object 's3://bucket/part-1'", given);
            case INTERRUPTED -> {
                Thread job = Thread.currentThread();
                InputStream data = new Breaking(() -> {
                    job.interrupt();
                    awaitInterrupt();
                });
                assertFails(load.of(data, 100), CancelledException.class, "the load was interrupted", given);
                assertTrue(Thread.interrupted(), "the interrupt is handed on");
            }
            case BAD_COLUMNS -> badColumns(load.of(GOOD), given);
        }
    }

    /** Those who need no new table look at names alone; the others find the fault before anything is lost. */
    private static void badColumns(Load load, Case given) {
        load.columns("id INT PRIMARY KEY", "name NONSENSE(20)");
        boolean creates = given.before.isEmpty()
                || given.way.mode == Mode.DROP
                || given.way == Way.SWITCH && given.before.size() == 1;
        if (creates) {
            assertTrue(load.failure(JobFailedException.class).contains("NONSENSE"));
        } else {
            load.columns("id INT PRIMARY KEY", "nome VARCHAR(20)");
            assertTrue(load.failure(JobFailedException.class).contains("column 'nome' does not exist"));
        }
    }

    private static void assertFails(Load load, String why, Case given) {
        assertFails(load, JobFailedException.class, why, given);
    }

    private static void assertFails(Load load, Class<? extends LavaException> kind, String why, Case given) {
        String failure = load.failure(kind);
        assertTrue(failure.contains(why), failure);
        assertTrue(failure.endsWith("; nothing was loaded, " + left(load.schema, given)), failure);
    }

    private static String left(String schema, Case given) {
        String t = "'" + schema + ".t'";
        boolean isThere = !given.before.isEmpty();
        return switch (given.way) {
            case SWITCH ->
                isThere
                        ? switchedLeft(schema, given)
                        : "tables '" + schema + ".t_a' and '" + schema + ".t_b' were not created";
            case TRUNCATE_IN_PLACE -> "table " + t + (isThere ? " is empty, as 'atomic' is false" : " was not created");
            case DROP_IN_PLACE -> "table " + t + (isThere ? " is gone, as 'atomic' is false" : " was not created");
            default -> "table " + t + (isThere ? " is as it was" : " was not created");
        };
    }

    private static String switchedLeft(String schema, Case given) {
        String filled = given.success.get("t_a").isEmpty() ? "t_b" : "t_a";
        String other = filled.equals("t_a") ? "t_b" : "t_a";
        return "tables '" + schema + "." + filled + "' and '" + schema + "." + other + "' are as they were";
    }

    private static void create(Database database, String table, String rows) {
        database.execute("CREATE TABLE " + table + " (" + String.join(", ", COLUMNS) + ")");
        if (!rows.isEmpty()) {
            database.execute("INSERT INTO " + table + " VALUES (0, 'old')");
        }
    }

    private static Map<String, String> tables(Database database) {
        Map<String, String> tables = new TreeMap<>();
        database.query("SHOW TABLES").forEach(row -> tables.put(row.get(0), rows(database, row.get(0))));
        return tables;
    }

    private static String rows(Database database, String table) {
        return String.join(
                ", ",
                database.query("SELECT CONCAT(id, ' ', name) FROM `" + table + "` ORDER BY id").stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void kill(DatabaseServer server, Database database) {
        sessions(server, database).forEach(session -> server.execute("KILL " + session.get(0)));
    }

    private static void awaitNoSession(DatabaseServer server, Database database) {
        Until.is("no session is left", () -> sessions(server, database).isEmpty());
    }

    private static List<List<String>> sessions(DatabaseServer server, Database database) {
        return server.query("SELECT id FROM information_schema.processlist WHERE user = '" + database.user() + "'");
    }

    /** Does something instead of giving data, and then breaks. */
    private static final class Breaking extends InputStream {

        private final Runnable action;

        Breaking(Runnable action) {
            this.action = action;
        }

        @Override
        public int read() throws IOException {
            action.run();
            throw new IOException("the disk is on fire");
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return read();
        }
    }
}
