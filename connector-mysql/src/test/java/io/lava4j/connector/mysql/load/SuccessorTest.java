package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.connector.mysql.LentContext;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.spi.Spec;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session in the place of one that is lost. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class SuccessorTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionWithoutTheLockIsLeftAloneAsItsNumberMayBeAnothers(boolean mySql, Sandbox sandbox) throws SQLException {
        Database database = database(mySql, sandbox);

        try (LoadSession numbered = new LoadSession(database.connect());
                LoadSession next = successor(database).of(numbered)) {
            assertEquals(List.of(1), numbered.query("SELECT 1", row -> row.getInt(1)));
            lock(database).check(next);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSessionWithTheLockIsEndedHoweverLongItWorks(boolean mySql, Sandbox sandbox) throws SQLException {
        Database database = database(mySql, sandbox);

        try (LoadSession lost = new LoadSession(database.connect())) {
            lock(database).take(lost);
            try (LoadSession next = successor(database).of(lost)) {
                lock(database).check(next);
            }
            assertThrows(SQLException.class, () -> lost.query("SELECT 1", row -> row.getInt(1)));
            lost.abort();
        }
    }

    private static Successor successor(Database database) {
        LentContext context = new LentContext(database.user(), database.password());
        Map<String, Object> fields = Map.of(
                "type", "mysql",
                "host", database.host(),
                "port", database.port(),
                "database", database.name(),
                "user", database.user());
        Spec spec = new Spec("connection 'test'", fields, Path.of("").toAbsolutePath(), pointer -> "");
        Dialler dialler = new Dialler(ConnectionSettings.of(spec), context);
        return new Successor(
                new SessionSetup(dialler, LoadSettings.DEFAULT),
                context.privateDirectory(),
                List.of(),
                lock(database),
                Duration.ZERO);
    }

    private static TargetLock lock(Database database) {
        return new TargetLock(List.of(new TableName(database.name(), "t")), LoadSettings.DEFAULT.turn());
    }

    private static Database database(boolean mySql, Sandbox sandbox) {
        DatabaseServer server = mySql ? sandbox.mysql() : sandbox.mariadb();
        return server.newDatabase();
    }
}
