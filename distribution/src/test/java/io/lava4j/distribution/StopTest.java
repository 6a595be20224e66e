package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.distribution.LavaProgram.Running;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A load that is told to stop in its middle. */
@ExtendWith(SandboxExtension.class)
class StopTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final String WAITING =
            """
            SELECT COUNT(*) FROM information_schema.innodb_trx trx
            JOIN information_schema.processlist session ON session.id = trx.trx_mysql_thread_id
            WHERE session.user = '%s' AND session.info LIKE '%%LOAD DATA%%' AND trx.trx_state = 'LOCK WAIT'
            """;

    private static final String SESSIONS =
            "SELECT COUNT(*) FROM information_schema.processlist session WHERE session.user = '%s'";

    @TempDir
    private Path specs;

    @Test
    void sigtermInMidLoadLeavesTheTableAsItWasAndEndsWith143(Sandbox sandbox) throws IOException, SQLException {
        stops(Workplace.withParameter(sandbox, sandbox.mysql(), specs));
    }

    @Test
    void sigtermInMidLoadLeavesTheTableOfMariaDbToo(Sandbox sandbox) throws IOException, SQLException {
        stops(Workplace.withParameter(sandbox, sandbox.mariadb(), specs));
    }

    /** Somebody else's lock on a gap holds the load at row 40,000, however fast the machine is. */
    private static void stops(Workplace place) throws IOException, SQLException {
        String rows =
                IntStream.rangeClosed(1, 50_000).mapToObj(id -> id + ",name\n").collect(Collectors.joining());
        place.job("delete", rows);
        place.database().execute("INSERT INTO t VALUES (0, 'zero'), (39999, 'before'), (60000, 'after')");
        try (Connection other = place.database().connect();
                Statement statement = other.createStatement();
                Running run = lockedAt45000(other, statement, place)) {
            awaitText(place, WAITING, "1");
            run.terminate();
            Ended ended = run.end();
            assertEquals(143, ended.status(), ended.err());
            assertEquals("", ended.out());
            assertTrue(ended.err().contains("lava: stopping; what was not finished is being undone"), ended.err());
        }
        awaitText(place, SESSIONS, "0");
        String left = "SELECT GROUP_CONCAT(id, name ORDER BY id) FROM t";
        assertEquals(
                "0zero,39999before,60000after",
                place.database().query(left).get(0).get(0));
    }

    private static Running lockedAt45000(Connection other, Statement statement, Workplace place) throws SQLException {
        other.setAutoCommit(false);
        statement.executeQuery("SELECT id FROM t WHERE id = 45000 FOR UPDATE").close();
        return place.lava().start("run", "load");
    }

    private static void awaitText(Workplace place, String query, String expected) {
        Instant end = Instant.now().plus(LIMIT);
        String sql = query.formatted(place.database().user());
        while (!place.server().query(sql).get(0).get(0).equals(expected)) {
            if (Instant.now().isAfter(end)) {
                fail("did not become " + expected + ": " + sql);
            }
        }
    }
}
