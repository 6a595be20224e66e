package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mysql.cj.jdbc.JdbcStatement;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxExtension.class)
class DatabaseServerTest {
    @Test
    void theServersAreTheVersionsThatTheArtifactsHold(Sandbox sandbox) {
        String version = "SELECT version()";

        assertEquals(List.of(List.of("8.0.31")), sandbox.mysql().query(version));
        assertEquals(List.of(List.of("11.4.5-MariaDB")), sandbox.mariadb().query(version));
    }

    @ParameterizedTest
    @EnumSource
    void aServerAskedForTwiceIsTheSame(Product product, Sandbox sandbox) {
        assertSame(product.in(sandbox), product.in(sandbox));
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatWasKilledIsStartedAgainOnItsData(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox, ServerOptions.standard().with("--max-connections=33"));
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (a INT)", "INSERT INTO t VALUES (1)");
        ProcessHandle killed = server.process();
        killed.destroyForcibly();

        server.restart();

        assertNotEquals(killed, server.process());
        assertEquals(List.of(List.of("1")), database.query("SELECT a FROM t"));
    }

    @ParameterizedTest
    @EnumSource
    void itsUserOwnsANewDatabaseAndNoOther(Product product, Sandbox sandbox) {
        Database mine = product.in(sandbox).newDatabase();
        Database other = product.in(sandbox).newDatabase();

        mine.execute("CREATE TABLE t (a VARCHAR(10))", "INSERT INTO t VALUES ('ü'), (NULL)");

        assertEquals(List.of(List.of("ü"), List.of("NULL")), mine.query("SELECT a FROM t ORDER BY a DESC"));
        var denied =
                assertThrows(SandboxException.class, () -> mine.execute("CREATE TABLE " + other.name() + ".t (a INT)"));
        assertTrue(denied.getMessage().contains("denied"), denied.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void passwordsAreFreshAndNotShown(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = server.newDatabase();

        assertNotEquals(server.rootPassword(), database.password());
        assertTrue(
                !database.toString().contains(database.password())
                        && !server.toString().contains(server.rootPassword()),
                "toString shows a password");
    }

    @ParameterizedTest
    @EnumSource
    void rootNeedsItsPassword(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        var withoutPassword = new Account(server.host(), server.port(), server.rootUser(), "");

        var denied =
                assertThrows(SQLException.class, () -> withoutPassword.in("").getConnection());

        assertEquals("28000", denied.getSQLState(), denied.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreLoadedFromAStreamOfTheClient(Product product, Sandbox sandbox) throws SQLException {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (a INT, b VARCHAR(10))");

        load(database, "1\tone\n2\ttwo\n");

        assertEquals(
                List.of(List.of("1", "one"), List.of("2", "two")), database.query("SELECT a, b FROM t ORDER BY a"));
    }

    @ParameterizedTest
    @EnumSource
    void aVariantForbidsLoadingFromTheClient(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox, ServerOptions.standard().with("--local-infile=0"))
                .newDatabase();
        database.execute("CREATE TABLE t (a INT, b VARCHAR(10))");

        var refused = assertThrows(SQLException.class, () -> load(database, "1\tone\n"));

        assertTrue(List.of(3948, 4166).contains(refused.getErrorCode()), refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void sessionsAreSeenInTheProcessList(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);

        List<List<String>> sessions =
                server.query("SELECT user FROM information_schema.processlist WHERE id = connection_id()");

        assertEquals(List.of(List.of("root")), sessions);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownOptionEndsTheStartWithTheServersOwnWords(Product product, Sandbox sandbox) {
        ServerOptions wrong = ServerOptions.standard().with("--no-such-option=1");

        var failure = assertThrows(SandboxException.class, () -> product.in(sandbox, wrong));

        String message = failure.getMessage();
        assertTrue(message.contains(" ended while it started; the last lines of its log:"), message);
        assertTrue(message.contains("unknown variable 'no-such-option=1'"), message);
    }

    private static void load(Database database, String rows) throws SQLException {
        var source = (MysqlDataSource)
                new Account(database.host(), database.port(), database.user(), database.password()).in(database.name());
        source.setAllowLoadLocalInfile(true);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement
                    .unwrap(JdbcStatement.class)
                    .setLocalInfileInputStream(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
            statement.execute("LOAD DATA LOCAL INFILE 'rows' INTO TABLE t CHARACTER SET utf8mb4");
        }
    }
}
