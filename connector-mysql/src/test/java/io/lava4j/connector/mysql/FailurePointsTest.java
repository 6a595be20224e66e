package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.FaultyNetwork.Fault;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connection is lost at every statement of a run, from the target's lock to the last one after COMMIT: before it
 * arrives, and before its answer does. Whatever the run says then is so.
 */
@Timeout(300)
@ExtendWith({SandboxExtension.class, FewAtATime.class})
class FailurePointsTest {

    private static final String RUNS = "CREATE TABLE lava_runs (run_id VARCHAR(64) NOT NULL PRIMARY KEY,"
            + " written TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY (written))";

    /** A mode on its tables, with their rows; what a success leaves, and a failure. */
    enum Way {
        APPEND(Mode.APPEND, true, Map.of("t", "0"), Map.of("t", "0 1"), Map.of("t", "0")),
        ABORT(Mode.ABORT, true, Map.of("t", ""), Map.of("t", "1"), Map.of("t", "")),
        DELETE(Mode.DELETE, true, Map.of("t", "0"), Map.of("t", "1"), Map.of("t", "0")),
        TRUNCATE(Mode.TRUNCATE, true, Map.of("t", "0"), Map.of("t", "1"), Map.of("t", "0")),
        TRUNCATE_IN_PLACE(Mode.TRUNCATE, false, Map.of("t", "0"), Map.of("t", "1"), Map.of("t", "")),
        DROP(Mode.DROP, true, Map.of("t", "0"), Map.of("t", "1"), Map.of("t", "0")),
        DROP_IN_PLACE(Mode.DROP, false, Map.of("t", "0"), Map.of("t", "1"), Map.of()),
        SWITCH(Mode.SWITCH, true, Map.of("t_a", "0", "t_b", ""), Map.of("t_a", "", "t_b", "1"), null),
        SWITCH_HALF(Mode.SWITCH, true, Map.of("t_a", "0"), Map.of("t_a", "", "t_b", "1"), null),
        SWITCH_NEW(Mode.SWITCH, true, Map.of(), Map.of("t_a", "1", "t_b", ""), null),
        NEW(Mode.APPEND, true, Map.of(), Map.of("t", "1"), Map.of()),
        TRUNCATE_OVER_TWO(Mode.TRUNCATE, true, Map.of("t", "0"), Map.of("t", "1"), Map.of("t", "0")),
        NEW_OVER_TWO(Mode.APPEND, true, Map.of(), Map.of("t", "1"), Map.of());

        final Mode mode;
        final boolean atomic;
        final Map<String, String> before;
        final Map<String, String> success;
        final Map<String, String> failure;

        Way(
                Mode mode,
                boolean atomic,
                Map<String, String> before,
                Map<String, String> success,
                Map<String, String> failure) {
            this.mode = mode;
            this.atomic = atomic;
            this.before = before;
            this.success = success;
            this.failure = Optional.ofNullable(failure).orElse(before);
        }
    }

    private static Stream<Arguments> all() {
        return Stream.of(Product.values()).flatMap(product -> Stream.of(Way.values())
                .flatMap(way -> Stream.of(false, true).map(arrives -> Arguments.of(product, way, arrives))));
    }

    @ParameterizedTest(name = "{0} {1} arrives={2}")
    @MethodSource("all")
    @Execution(ExecutionMode.CONCURRENT)
    void whatTheRunSaysIsSo(Product product, Way way, boolean arrives, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database runs = server.newDatabase();
        runs.execute(RUNS);
        Database database = server.newDatabase();
        String user = "plain" + database.name();
        server.execute(
                "CREATE USER " + user + " IDENTIFIED WITH mysql_native_password"
                        + (product == Product.MYSQL ? " BY 'secret'" : " USING PASSWORD('secret')"),
                "GRANT ALL ON " + database.name() + ".* TO " + user,
                "GRANT ALL ON " + runs.name() + ".* TO " + user);

        int points = 0;
        for (boolean struck = true; struck; points++) {
            server.execute("DROP DATABASE " + database.name(), "CREATE DATABASE " + database.name());
            way.before.forEach((table, rows) -> create(database, table, rows));
            Load load = load(database, user, way).with("run_schema", runs.name());
            struck = run(load, points, arrives ? Fault.ANSWER_LOST : Fault.LOST, database, way);
        }

        assertTrue(points > 8, "the connection was lost at " + points + " points");
    }

    private static boolean run(Load load, int point, Fault fault, Database database, Way way) throws IOException {
        try (FaultyNetwork network = FaultyNetwork.after((int) load.spec.get("port"), "GET_LOCK", point, fault)) {
            load.with("port", network.port());
            Optional<String> failure = failure(load);
            String told = "statement " + point + ": " + failure + load.events;
            Map<String, String> tables = tables(database, leftOver(load));
            assertTrue(expected(way, failure).contains(tables), () -> told + " leaves " + tables);
            return network.wasTriggered();
        }
    }

    private static Optional<String> failure(Load load) {
        try {
            load.run();
            return Optional.empty();
        } catch (JobFailedException failed) {
            return Optional.of(failed.getMessage());
        }
    }

    private static List<Map<String, String>> expected(Way way, Optional<String> failure) {
        if (failure.isEmpty()) {
            return List.of(way.success);
        }
        assertTrue(failure.get().contains("; nothing was loaded, table"), failure.get());
        if (failure.get().contains(" or as it was, as 'atomic' is false")) {
            return List.of(way.failure, way.before);
        }
        return List.of(failure.get().contains(", as 'atomic' is false") ? way.failure : way.before);
    }

    /** An old table that could not be dropped is told, and the next load drops it. */
    private static boolean leftOver(Load load) {
        return load.events.stream().anyMatch(event -> event.contains(" is left over, and the next load drops it: "));
    }

    private static Load load(Database database, String user, Way way) {
        Load load = Load.by(user, "secret", database, "t")
                .mode(way.mode)
                .columns("id INT PRIMARY KEY")
                .of("1\n");
        load.atomic = way.atomic;
        return way.name().endsWith("_OVER_TWO") ? load.of("").parallel(2) : load;
    }

    private static void create(Database database, String table, String rows) {
        database.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY)");
        if (!rows.isEmpty()) {
            database.execute("INSERT INTO " + table + " VALUES (" + rows + ")");
        }
    }

    private static Map<String, String> tables(Database database, boolean leftOver) {
        Map<String, String> tables = new TreeMap<>();
        for (List<String> row : database.query("SHOW TABLES")) {
            tables.put(row.get(0), rows(database, row.get(0)));
        }
        if (leftOver) {
            tables.keySet().removeIf(name -> !name.matches("t(_a|_b)?"));
        }
        return tables;
    }

    private static String rows(Database database, String table) {
        List<String> ids = new ArrayList<>();
        database.query("SELECT id FROM `" + table + "` ORDER BY id").forEach(row -> ids.add(row.get(0)));
        return String.join(" ", ids);
    }
}
