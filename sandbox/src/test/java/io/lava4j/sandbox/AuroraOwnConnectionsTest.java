package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the stand-in itself needs of the server behind: a connection or two that it keeps. */
@ExtendWith(SandboxExtension.class)
class AuroraOwnConnectionsTest {
    private static final int CLIENTS = 40;

    private DatabaseServer behind;
    private AuroraServer aurora;
    private Database database;

    @BeforeEach
    void start(Sandbox sandbox) throws SQLException {
        behind = sandbox.mysql(ServerOptions.standard().with("--max-connections=" + (CLIENTS + 10)));
        aurora = sandbox.aurora(behind);
        database = aurora.newDatabase();
        oneMore();
        awaitTheEndOfSessionsBefore();
    }

    /** Closed by the client, they still count at the server for a while; what is left is ours and two of the stand-in. */
    private void awaitTheEndOfSessionsBefore() throws SQLException {
        Instant end = Instant.now().plus(Duration.ofMinutes(4));
        try (Connection watching = behind.connect();
                Statement watcher = watching.createStatement()) {
            while (sessions(watcher) > 3) {
                assertTrue(Instant.now().isBefore(end), "sessions of clients that have gone are still there");
            }
        }
    }

    @AfterEach
    void end() {
        aurora.close();
    }

    @Test
    void aLoginAndAStatementThatAsksForItsSettingsTakeNoMoreConnectionsThanOnMySql() throws SQLException {
        try (Connection watching = behind.connect();
                Statement watcher = watching.createStatement()) {
            long before = connections(watcher);

            for (int login = 0; login < 5; login++) {
                oneMore();
            }

            assertEquals(5, connections(watcher) - before);
        }
    }

    @Test
    void allWhoComeAtOnceAreLetIn() throws SQLException {
        Queue<Connection> open = new ConcurrentLinkedQueue<>();
        List<Supplier<?>> clients = Collections.nCopies(CLIENTS, () -> open.add(connection()));
        try {
            AtOnce.make(clients);

            assertEquals(CLIENTS, open.size());
        } finally {
            for (Connection one : open) {
                one.close();
            }
        }
    }

    @Test
    void aConnectionThatBreaksIsOpenedAgain() throws SQLException {
        endThoseOfRoot();

        oneMore();
    }

    @Test
    void whenItCannotBeOpenedTheClientIsToldSo() throws SQLException {
        try (Connection root = behind.connect();
                Statement statement = root.createStatement()) {
            statement.execute("ALTER USER root@localhost ACCOUNT LOCK");
            try {
                endThoseOfRootBut(statement);

                var failure = assertThrows(SQLException.class, database::connect);

                assertEquals(
                        "The server behind does not say who is an IAM user:"
                                + " Access denied for user 'root'@'localhost'. Account is locked.",
                        failure.getMessage());
                assertEquals(List.of(1105, "HY000"), List.of(failure.getErrorCode(), failure.getSQLState()));
            } finally {
                statement.execute("ALTER USER root@localhost ACCOUNT UNLOCK");
            }
        }
    }

    private void oneMore() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SHOW VARIABLES LIKE 'aurora_version'");
            statement.execute("SELECT @@aurora_version");
        }
    }

    private Connection connection() {
        try {
            return database.connect();
        } catch (SQLException e) {
            throw new SandboxException("One of many is not let in: " + e.getMessage(), e);
        }
    }

    private static int sessions(Statement watcher) throws SQLException {
        try (var rows = watcher.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE user <> 'event_scheduler'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static long connections(Statement watcher) throws SQLException {
        try (var rows = watcher.executeQuery("SHOW GLOBAL STATUS LIKE 'Connections'")) {
            rows.next();
            return rows.getLong(2);
        }
    }

    private void endThoseOfRoot() throws SQLException {
        try (Connection root = behind.connect();
                Statement statement = root.createStatement()) {
            endThoseOfRootBut(statement);
        }
    }

    private static void endThoseOfRootBut(Statement statement) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var rows = statement.executeQuery("SELECT id FROM information_schema.processlist"
                + " WHERE user = 'root' AND command = 'Sleep' AND id <> connection_id()")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        for (long id : ids) {
            statement.execute("KILL " + id);
        }
    }
}
