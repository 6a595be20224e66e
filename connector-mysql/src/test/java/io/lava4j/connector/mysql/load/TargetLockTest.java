package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.connector.mysql.Until;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The locks of a load that may touch more than one table. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class TargetLockTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWaitedForAllOfThemIsToldWhicheverIsMissing(boolean mySql, Sandbox sandbox) throws SQLException {
        Database database = (mySql ? sandbox.mysql() : sandbox.mariadb()).newDatabase();
        List<TableName> tables = Stream.of("a", "b")
                .map(name -> new TableName(database.name(), name))
                .sorted(Comparator.comparing(TargetLock::name))
                .toList();
        String first = TargetLock.name(tables.get(0));
        String second = TargetLock.name(tables.get(1));

        try (Connection other = database.connect();
                Statement statement = other.createStatement();
                LoadSession session = new LoadSession(database.connect())) {
            statement.execute("SELECT GET_LOCK('" + first + "', 0), GET_LOCK('" + second + "', 0)");
            // The first is given back when more than one of the six seconds is over.
            CompletableFuture<Boolean> given = CompletableFuture.supplyAsync(
                    () -> executed(statement, "SELECT SLEEP(1.5), RELEASE_LOCK('" + first + "')"));
            Until.is("the server alone lets time pass", () -> sleeps(session));

            assertEquals(
                    "table " + tables.get(1) + ": another load into it has held the lock '" + second
                            + "' for 6 s; wait for its end, or end it",
                    assertThrows(JobFailedException.class, () -> new TargetLock(tables, Duration.ofSeconds(6))
                                    .take(session))
                            .getMessage());
            given.join();
        }
    }

    private static boolean sleeps(LoadSession session) {
        String sleeping = "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP%'";
        try {
            return session.query(sleeping, row -> row.getInt(1)).get(0) > 0;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean executed(Statement statement, String sql) {
        try {
            return statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
