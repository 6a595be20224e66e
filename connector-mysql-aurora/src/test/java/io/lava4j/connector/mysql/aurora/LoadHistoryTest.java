package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More objects than an answer of the server may tell of. */
@ExtendWith(SandboxExtension.class)
class LoadHistoryTest {

    private static final int OBJECTS = 2 * LoadHistory.PAGE + 1;

    private final String prefix = UUID.randomUUID() + "/";

    @Test
    void allObjectsAreLookedUpHoweverManyThereAre(Sandbox sandbox) throws SQLException {
        record(sandbox);

        assertEquals(Optional.empty(), discrepancy(sandbox, load(OBJECTS)));
        assertEquals(
                Optional.of("object 's3://exports/" + prefix + (OBJECTS + 1) + "' is not in"
                        + " mysql.aurora_s3_load_history, so the server has not read it; run the job again"),
                discrepancy(sandbox, load(OBJECTS + 1)));
    }

    private void record(Sandbox sandbox) {
        sandbox.aurora()
                .behind()
                .execute(
                        "SET SESSION cte_max_recursion_depth = " + OBJECTS,
                        "INSERT INTO mysql.aurora_s3_load_history (load_prefix, file_name, version_number, bytes_loaded)"
                                + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                                + OBJECTS
                                + ") SELECT CONCAT('s3-ap-southeast-2://exports/" + prefix + "', i), i, '', 7 FROM n");
    }

    private LoadRequest load(int objects) {
        return Objects.IN_SYDNEY.load(IntStream.rangeClosed(1, objects)
                .mapToObj(number -> Objects.object(prefix + number, 7))
                .toArray(StoredObject[]::new));
    }

    private static Optional<String> discrepancy(Sandbox sandbox, LoadRequest request) throws SQLException {
        Database database = LoadJob.onAurora(sandbox).database;
        try (Connection connection = database.connect()) {
            return new LoadHistory(new AuroraSession(connection), Instant.EPOCH).discrepancy(request);
        }
    }
}
