package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.distribution.LavaProgram.Running;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A load that is told to stop in its middle. */
@ExtendWith(SandboxExtension.class)
class StopTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    // The server pauses: innodb_trx shows old news for as long as it is asked more often than every 0.1 s.
    private static final String LOADS =
            """
            SELECT COUNT(*), SLEEP(0.3) FROM information_schema.processlist session
            LEFT JOIN information_schema.innodb_trx trx ON session.id = trx.trx_mysql_thread_id
            WHERE session.user = ? AND session.info LIKE '%LOAD DATA%'""";

    private static final String WAITING_LOADS = LOADS + " AND trx.trx_state = 'LOCK WAIT'";

    private static final String WAITING_RENAMES =
            """
            SELECT COUNT(*), SLEEP(0.3) FROM information_schema.processlist
            WHERE user = ? AND info LIKE 'RENAME TABLE%' AND state LIKE 'Waiting for table%'""";

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

    @Test
    void sigtermWhileTheRenameWaitsForAReaderGivesTheSwapUp(Sandbox sandbox) throws IOException, SQLException {
        givesTheSwapUp(Workplace.withParameter(sandbox, sandbox.mysql(), specs));
    }

    @Test
    void sigtermWhileTheRenameWaitsGivesTheSwapUpOnMariaDbToo(Sandbox sandbox) throws IOException, SQLException {
        givesTheSwapUp(Workplace.withParameter(sandbox, sandbox.mariadb(), specs));
    }

    private static void givesTheSwapUp(Workplace place) throws IOException, SQLException {
        place.job("truncate", "1,new\n");
        place.database().execute("INSERT INTO t VALUES (0, 'old')");
        String t = "table '" + place.database().name() + ".t'";
        try (Connection reader = place.database().connect();
                Statement statement = reader.createStatement();
                Running run = readBy(reader, statement, place)) {
            await(place, WAITING_RENAMES, 1, run);
            run.terminate();
            Ended ended = run.end();
            assertEquals(143, ended.status(), ended.err());
            assertEquals("", ended.out());
            assertTrue(
                    ended.err()
                            .contains(
                                    t + ": the interrupt may have come too late, and how the load ends is waited for"),
                    ended.err());
            assertTrue(
                    ended.err().contains("the load was interrupted; nothing was loaded, " + t + " is as it was"),
                    ended.err());
            assertEquals(List.of(List.of("t")), place.database().query("SHOW TABLES"));
            reader.rollback();
        }
        assertEquals(List.of(List.of("0", "old")), place.database().query("SELECT id, name FROM t"));
    }

    private static Running readBy(Connection reader, Statement statement, Workplace place) throws SQLException {
        reader.setAutoCommit(false);
        statement.executeQuery("SELECT id FROM t").close();
        return place.lava().start("run", "load");
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
            await(place, WAITING_LOADS, 1, run);
            run.terminate();
            Ended ended = run.end();
            assertEquals(143, ended.status(), ended.err());
            assertEquals("", ended.out());
            assertTrue(
                    ended.err().contains("lava: stopping; what is not finished is being ended or undone"), ended.err());
            other.rollback();
            await(place, LOADS, 0, run);
        }
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

    private static void await(Workplace place, String query, int expected, Running run) throws SQLException {
        Instant end = Instant.now().plus(LIMIT);
        try (Connection root = place.server().connect();
                PreparedStatement question = root.prepareStatement(query)) {
            question.setString(1, place.database().user());
            while (number(question) != expected) {
                assertTrue(Instant.now().isBefore(end), () -> "not in time: " + query + run.soFar());
            }
        }
    }

    private static int number(PreparedStatement question) throws SQLException {
        try (ResultSet answer = question.executeQuery()) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
