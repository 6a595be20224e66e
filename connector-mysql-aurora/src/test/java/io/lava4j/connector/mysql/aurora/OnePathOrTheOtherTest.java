package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobResult;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One job, one meaning: the same rows, or the same error with the same code, row and column, whichever path runs. */
@ExtendWith(SandboxExtension.class)
class OnePathOrTheOtherTest {

    /** What the client path knows better, having read along: how many rows were left out in silence. */
    private static final String COUNTS = "; in all .*? skipped rows?";

    private static LoadJob job;

    @BeforeAll
    static void oneDatabase(Sandbox sandbox) {
        job = LoadJob.onAurora(sandbox);
        job.database.execute("CREATE TABLE parent (id INT PRIMARY KEY)", "INSERT INTO parent VALUES (1)");
    }

    static Stream<PathCase> cases() {
        return PathCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void endInTheSame(PathCase given, Sandbox sandbox) {
        LoadJob each = job.again(given);

        Ending client = run(each, given, "client");
        Ending server = run(each, given, "server");

        assertEquals(client, server);
        assertEquals(given.rows, server.table.size(), server.toString());
        assertTrue(server.error.contains(given.error.orElse("")), server.error);
        assertEquals(given.error.isPresent(), !server.error.equals("null"), server.error);
    }

    private static Ending run(LoadJob job, PathCase given, String path) {
        job.database.execute("DROP TABLE IF EXISTS t", given.table);
        JobResult result = job.run(path);
        // Errors before the path is chosen have none.
        assertEquals(path, result.fields().getOrDefault("load_path", path));
        return new Ending(result, job.rows("SELECT * FROM t ORDER BY 1, 2"));
    }

    private record Ending(String error, Map<String, String> counts, List<String> allowed, List<List<String>> table) {

        Ending(JobResult result, List<List<String>> table) {
            this(
                    LoadJob.error(result).replaceAll(COUNTS, ""),
                    counts(result),
                    LoadJob.events(result).stream()
                            .map(String::valueOf)
                            .filter(event -> event.contains(", allowed: "))
                            .toList(),
                    table);
        }

        private static Map<String, String> counts(JobResult result) {
            Map<String, String> counts = new java.util.TreeMap<>();
            for (String name : List.of("exit_status", "files", "bytes", "rows", "skipped", "deleted", "warnings")) {
                counts.put(name, String.valueOf(result.fields().get(name)));
            }
            return counts;
        }
    }
}
