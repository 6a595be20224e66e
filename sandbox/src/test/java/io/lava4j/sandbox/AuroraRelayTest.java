package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Connector/J's ordinary work is the same through the stand-in and past it. */
@ExtendWith(SandboxExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@ValueSource(strings = {"DISABLED", "REQUIRED"})
class AuroraRelayTest {
    @Parameter
    private String sslMode;

    private BothWays both;

    @BeforeEach
    void start(Sandbox sandbox) {
        both = new BothWays(sandbox.aurora(), sslMode);
    }

    @Test
    void valuesOfPreparedStatements() throws Exception {
        for (String prepared : List.of("&useServerPrepStmts=true", "&useServerPrepStmts=false")) {
            List<?> seen = both.same(way -> {
                try (var connection = way.connect(prepared)) {
                    run(connection, "CREATE TABLE t (a INT, b VARCHAR(20), c DECIMAL(10,3), d DATETIME(6), e BLOB)");
                    try (var insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?, ?, ?)")) {
                        for (int row = 0; row < 300; row++) {
                            insert.setInt(1, row);
                            insert.setString(2, row % 7 == 0 ? null : "ü🌋'\\\"" + row);
                            insert.setBigDecimal(3, new java.math.BigDecimal(row + ".125"));
                            insert.setTimestamp(4, java.sql.Timestamp.valueOf("2026-01-02 03:04:05.678901"));
                            insert.setBytes(5, new byte[] {0, 1, (byte) row, -1});
                            insert.addBatch();
                        }
                        insert.executeBatch();
                    }
                    try (var select = connection.prepareStatement("SELECT *, HEX(e) FROM t WHERE a < ? ORDER BY a")) {
                        select.setInt(1, 200);
                        return rows(select.executeQuery());
                    }
                }
            });
            assertEquals(200, seen.size());
        }
    }

    @Test
    void bigResultsAtOnceStreamedAndByCursor() throws Exception {
        for (String fetch : List.of(
                "&defaultFetchSize=0", "&defaultFetchSize=-2147483648", "&useCursorFetch=true&defaultFetchSize=1000")) {
            List<?> seen = both.same(way -> {
                try (var connection = way.connect(fetch)) {
                    run(connection, "SET SESSION cte_max_recursion_depth = 100000");
                    return rows(connection
                            .prepareStatement(
                                    "WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n WHERE a < 20000)"
                                            + " SELECT a, MD5(a), REPEAT(a, 100) FROM n")
                            .executeQuery());
                }
            });
            assertEquals(20000, seen.size());
        }
    }

    @Test
    void aFileOfTheClientInMoreThan256Packets() throws Exception {
        // Each packet begins as a statement would; long rows, as it is not they that count.
        byte[] file = ("\u0003".repeat(799) + "\n").repeat(10_000).getBytes(StandardCharsets.UTF_8);
        List<?> seen = both.same(way -> {
            try (var connection = way.connect("&allowLoadLocalInfile=true");
                    var statement = connection.createStatement()) {
                run(connection, "CREATE TABLE t (a VARBINARY(799))");
                statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(new ByteArrayInputStream(file));
                int count = statement.executeUpdate("LOAD DATA LOCAL INFILE 'rows' INTO TABLE t");
                return List.of(
                        count, rows(statement.executeQuery("SELECT COUNT(*), MIN(a) = MAX(a), MIN(HEX(a)) FROM t")));
            }
        });
        assertEquals(List.of(10_000, List.of(List.of("10000", "1", "03".repeat(799)))), seen);
    }

    @Test
    void severalStatementsAtOnce() throws Exception {
        List<?> seen = both.same(way -> {
            try (var connection = way.connect("&allowMultiQueries=true");
                    var statement = connection.createStatement()) {
                return all(
                        statement,
                        "CREATE TABLE t (a INT); INSERT INTO t VALUES (1), (2); SELECT a FROM t; SELECT 'x'");
            }
        });
        assertEquals(List.of(0, 2, List.of(List.of("1"), List.of("2")), List.of(List.of("x"))), seen);
    }

    @Test
    void valuesAbove16Megabytes() throws Exception {
        var value = new byte[20_000_000];
        new java.util.Random(1).nextBytes(value);
        for (String prepared : List.of("&useServerPrepStmts=true", "&useServerPrepStmts=false")) {
            List<?> seen = both.same(way -> {
                try (var connection = way.connect(prepared)) {
                    run(connection, "CREATE TABLE t (a LONGBLOB)");
                    try (var insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
                        insert.setBytes(1, value);
                        insert.executeUpdate();
                    }
                    try (var rows = connection.createStatement().executeQuery("SELECT a FROM t")) {
                        rows.next();
                        return List.of(
                                Arrays.equals(value, rows.getBytes(1)), rows(connection, "SELECT LENGTH(a) FROM t"));
                    }
                }
            });
            assertEquals(List.of(true, List.of(List.of("20000000"))), seen);
        }
    }

    @Test
    void anotherSessionStopsAStatement() throws Exception {
        List<?> seen = both.same(way -> {
            try (var connection = way.connect();
                    var statement = connection.createStatement()) {
                statement.setQueryTimeout(1);
                return List.of(
                        failure(() -> statement.executeQuery("SELECT BENCHMARK(1000000000000, 1)")),
                        rows(connection, "SELECT 'usable'"));
            }
        });
        assertEquals("Statement cancelled due to timeout or client request", ((List<?>) seen.get(0)).get(2));
    }

    @Test
    void aSessionThatIsKilledEnds() throws Exception {
        List<?> seen = both.same(way -> {
            try (var connection = way.connect();
                    var killer = way.connect()) {
                run(
                        killer,
                        "KILL "
                                + rows(connection, "SELECT connection_id()")
                                        .get(0)
                                        .get(0));
                var failure = assertThrows(SQLException.class, () -> rows(connection, "SELECT 1"));
                return List.of(failure.getSQLState(), connection.isValid(5));
            }
        });
        assertEquals(List.of("08S01", false), seen);
    }

    @Test
    void transactionsAndTheEndOfAClientInOne() throws Exception {
        List<?> seen = both.same(way -> {
            try (var other = way.connect()) {
                run(other, "CREATE TABLE t (a INT PRIMARY KEY, b INT)", "INSERT INTO t VALUES (1, 0)");
                Connection lost = way.connect();
                lost.setAutoCommit(false);
                run(lost, "UPDATE t SET b = 1");
                var savepoint = lost.setSavepoint();
                run(lost, "INSERT INTO t VALUES (2, 0)");
                lost.rollback(savepoint);
                List<List<String>> inside = rows(lost, "SELECT * FROM t");
                List<List<String>> outside = rows(other, "SELECT * FROM t");
                lost.abort(Runnable::run);
                // Waits for the row until the server has rolled back.
                run(other, "UPDATE t SET b = b + 10");
                return List.of(inside, outside, rows(other, "SELECT * FROM t"));
            }
        });
        assertEquals(
                List.of(List.of(List.of("1", "1")), List.of(List.of("1", "0")), List.of(List.of("1", "10"))), seen);
    }

    @Test
    void errorsAndWarnings() throws Exception {
        List<?> seen = both.same(way -> {
            try (var connection = way.connect();
                    var statement = connection.createStatement()) {
                run(connection, "CREATE TABLE t (a TINYINT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
                var said = new ArrayList<List<?>>();
                for (String wrong : List.of(
                        "SELEKT 'ü'",
                        "SELECT * FROM nosuch",
                        "INSERT INTO t VALUES (1)",
                        "INSERT INTO t VALUES (1000)",
                        "LOAD DATA INFILE '/etc/passwd' INTO TABLE t",
                        "SELECT * FROM mysql.user")) {
                    said.add(failure(() -> statement.execute(wrong)).stream()
                            .map(part -> part.toString().replace(way.database().name(), "DATABASE"))
                            .toList());
                }
                statement.execute("SELECT 1/0, CAST('x' AS SIGNED)");
                for (var warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                    said.add(List.of(warning.getErrorCode(), warning.getMessage()));
                }
                return said;
            }
        });
        assertEquals(8, seen.size());
    }

    @Test
    void encodingsOfTheClient() throws Exception {
        for (String encoding : List.of("UTF-8", "ISO-8859-1", "GBK")) {
            List<?> seen = both.same(way -> {
                try (var connection = way.connect("&characterEncoding=" + encoding)) {
                    run(connection, "CREATE TABLE `tü` (`ü` VARCHAR(20))", "INSERT INTO `tü` VALUES ('üü')");
                    return rows(connection, "SELECT `ü`, HEX(`ü`), @@character_set_client FROM `tü`");
                }
            });
            assertEquals("C3BCC3BC", ((List<?>) seen.get(0)).get(1));
        }
    }

    @Test
    void aSessionIsResetAndChangesItsUser() throws Exception {
        List<?> seen = both.same(way -> {
            try (var connection = way.connect()) {
                run(connection, "SET @a = 1");
                connection.unwrap(JdbcConnection.class).resetServerState();
                var reset = rows(connection, "SELECT @a");
                run(connection, "SET @a = 2");
                connection
                        .unwrap(JdbcConnection.class)
                        .changeUser(way.database().user(), way.database().password());
                return List.of(
                        reset,
                        rows(
                                connection,
                                "SELECT @a, current_user() = '" + way.database().user() + "@%'"));
            }
        });
        assertEquals(List.of(List.of(List.of("null")), List.of(List.of("null", "1"))), seen);
    }

    @Test
    void loginsThatTheServerKnowsYetAndKnowsNot() throws Exception {
        List<?> seen = both.same(way -> {
            var said = new ArrayList<Object>();
            for (String time : List.of("first", "again")) {
                try (var connection = way.connect()) {
                    said.add(List.of(time, rows(connection, "SHOW STATUS LIKE 'Ssl_cipher'")));
                }
            }
            said.add(failure(() -> way.connect(way.database().user(), "wrong", "")).stream()
                    .map(part -> part.toString().replace(way.database().user(), "USER"))
                    .toList());
            said.add(failure(() -> way.connect("nobody", "wrong", "")));
            return said;
        });
        assertEquals(4, seen.size());
    }

    @Test
    void aClientThatWouldCompressFindsNoOffer() throws Exception {
        both.same(way -> {
            try (var connection = way.connect("&useCompression=true")) {
                return rows(connection, "SELECT REPEAT('x', 100000)");
            }
        });
        try (var connection = new Way(both.server().newDatabase(), both.server().port(), "&sslMode=" + sslMode)
                .connect("&useCompression=true")) {
            assertEquals(List.of(List.of("Compression", "OFF")), rows(connection, "SHOW STATUS LIKE 'Compression'"));
        }
    }

    @Test
    void attributesOfAQuery() throws Exception {
        both.same(way -> {
            try (var connection = way.connect();
                    var statement = connection.createStatement()) {
                statement.unwrap(JdbcStatement.class).setAttribute("name", "value");
                return rows(statement.executeQuery("SELECT 'with attributes'"));
            }
        });
    }

    @Test
    void aSessionThatWasIdleForTooLong() throws Exception {
        both.same(way -> {
            try (var idle = way.connect();
                    var other = way.connect()) {
                String id = rows(idle, "SELECT connection_id()").get(0).get(0);
                run(idle, "SET SESSION wait_timeout = 1");
                while (!rows(other, "SELECT 1 FROM information_schema.processlist WHERE id = " + id)
                        .isEmpty()) {
                    Thread.onSpinWait();
                }
                return failure(() -> rows(idle, "SELECT 1")).subList(0, 2);
            }
        });
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    private static List<?> failure(Attempt attempt) {
        var failure = assertThrows(SQLException.class, attempt::run);
        return List.of(
                failure.getErrorCode(),
                String.valueOf(failure.getSQLState()),
                failure.getMessage().lines().findFirst().orElse(""));
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<Object> all(Statement statement, String sql) throws SQLException {
        var results = new ArrayList<Object>();
        boolean rows = statement.execute(sql);
        while (rows || statement.getUpdateCount() >= 0) {
            results.add(rows ? rows(statement.getResultSet()) : (Object) statement.getUpdateCount());
            rows = statement.getMoreResults();
        }
        return results;
    }

    private static List<List<String>> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            return rows(statement.executeQuery(query));
        }
    }

    private static List<List<String>> rows(ResultSet rows) throws SQLException {
        var all = new ArrayList<List<String>>();
        while (rows.next()) {
            var row = new ArrayList<String>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.add(String.valueOf(rows.getString(column)));
            }
            all.add(row);
        }
        return all;
    }
}
