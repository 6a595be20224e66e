package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobResult;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mode, when the server reads the objects: what is in the database after three objects, and after a bad second. */
@ExtendWith(SandboxExtension.class)
class ServerModesTest {

    private static final List<String> COLUMNS = List.of("id INT PRIMARY KEY", "name VARCHAR(20)");
    private static final String OLD = "0 old";
    private static final String LOADED = "1 one, 2 two, 3 three";

    private record Case(
            String mode,
            boolean atomic,
            Map<String, String> before,
            Map<String, String> success,
            Map<String, String> failure) {
        @Override
        public String toString() {
            return mode + (atomic ? "" : ", not atomic,") + " on " + before;
        }
    }

    static Stream<Arguments> cases() {
        Map<String, String> none = Map.of();
        Map<String, String> empty = Map.of("t", "");
        Map<String, String> old = Map.of("t", OLD);
        Map<String, String> loaded = Map.of("t", LOADED);
        Map<String, String> switched = Map.of("t_a", OLD, "t_b", "");
        return Stream.of(
                        new Case("abort", true, empty, loaded, empty),
                        new Case("abort", true, none, loaded, none),
                        new Case("append", true, old, Map.of("t", OLD + ", " + LOADED), old),
                        new Case("append", true, none, loaded, none),
                        new Case("delete", true, old, loaded, old),
                        new Case("delete", true, none, loaded, none),
                        new Case("truncate", true, old, loaded, old),
                        new Case("truncate", false, old, loaded, empty),
                        new Case("drop", true, old, loaded, old),
                        new Case("drop", false, old, loaded, none),
                        new Case("switch", true, switched, Map.of("t_a", "", "t_b", LOADED), switched),
                        new Case("switch", true, none, Map.of("t_a", LOADED, "t_b", ""), none))
                .flatMap(each -> Stream.of(true, false).map(good -> Arguments.of(each, good)));
    }

    @ParameterizedTest(name = "{0}, good data {1}")
    @MethodSource("cases")
    void leavesWhatIsPromised(Case given, boolean good, Sandbox sandbox) {
        LoadJob job = LoadJob.onAurora(sandbox)
                .with("mode", given.mode)
                .with("atomic", given.atomic)
                .with("columns", COLUMNS)
                .put("data/1", "1,one\n")
                .put("data/2", good ? "2,two\n" : "2,two\nx,bad\n")
                .put("data/3", "3,three\n");
        given.before.forEach((table, rows) -> create(job, table, rows));

        JobResult result = job.run("server");

        assertEquals(new TreeMap<>(good ? given.success : given.failure), tables(job));
        assertEquals(good ? "null" : job.uri("data/2"), good ? LoadJob.error(result) : object(result));
        assertEquals("server", result.fields().get("load_path"));
    }

    private static String object(JobResult result) {
        String error = LoadJob.error(result);
        assertTrue(
                error.contains("', row 2: Incorrect integer value: 'x' for column 'id' at row 2 (error 1366)"), error);
        return error.split("'")[1];
    }

    private static void create(LoadJob job, String table, String rows) {
        job.database.execute("CREATE TABLE " + table + " (" + String.join(", ", COLUMNS) + ")");
        if (!rows.isEmpty()) {
            job.database.execute("INSERT INTO " + table + " VALUES (0, 'old')");
        }
    }

    private static Map<String, String> tables(LoadJob job) {
        Map<String, String> tables = new TreeMap<>();
        job.rows("SHOW TABLES").forEach(row -> tables.put(row.get(0), rows(job, row.get(0))));
        return tables;
    }

    private static String rows(LoadJob job, String table) {
        return String.join(
                ", ",
                job.rows("SELECT CONCAT(id, ' ', name) FROM `" + table + "` ORDER BY id").stream()
                        .map(row -> row.get(0))
                        .toList());
    }
}
