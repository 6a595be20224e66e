package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stand-in whose statements ask the client's session first, and tell the answer as an error. */
@ExtendWith(SandboxExtension.class)
class OwnSessionTest {
    private AuroraStandIn standIn;
    private Connection connection;

    @BeforeEach
    void start(Sandbox sandbox) throws GeneralSecurityException, SQLException {
        DatabaseServer server = sandbox.aurora().behind();
        MysqlDataSource root = source(server, server.port());
        var socket = Path.of(server.query("SELECT @@socket").get(0).get(0));
        var behind = new Behind(server.host(), server.port(), socket, SSLContext.getDefault(), root);
        standIn = AuroraStandIn.start(behind, SSLContext.getDefault(), "us-east-1", () -> OwnSessionTest::judge);
        connection = source(server, standIn.port()).getConnection();
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
        standIn.close();
    }

    @Test
    void theAnswerIsThatOfTheClientsOwnSession() throws SQLException {
        String id = row("SELECT connection_id()");

        assertEquals("[[" + id + ", ü🌋, NULL, ]] for root", told("ASK SELECT connection_id(), 'ü🌋', NULL, ''"));
        assertEquals("[] for root", told("ASK SET @a = 7"));
        assertEquals("7", row("SELECT @a"));
    }

    @Test
    void anAnswerMayHaveManyRowsAndLongOnes() throws SQLException {
        String many = told("ASK WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n WHERE a < 1000)"
                + " SELECT REPEAT('x', 1000) FROM n");

        assertEquals(1000, many.split("x{1000}", -1).length - 1);
        assertEquals("after", row("SELECT 'after'"));
    }

    @Test
    void anErrorIsToldAndTheSessionGoesOn() throws SQLException {
        assertEquals("Unknown column 'nosuch' in 'field list'", told("ASK SELECT nosuch"));
        assertEquals("after", row("SELECT 'after'"));
    }

    @Test
    void anotherStatementGoesOnInItsPlace() throws SQLException {
        assertEquals("ü", row("INSTEAD SELECT 'ü'"));
    }

    private static Verdict judge(String sql, Backend session) throws IOException {
        if (sql.startsWith("INSTEAD ")) {
            return new Verdict.Replaced(sql.substring("INSTEAD ".length()));
        }
        if (!sql.startsWith("ASK ")) {
            return new Verdict.Pass();
        }
        try {
            String answer = session.query(sql.substring("ASK ".length())) + " for " + session.user();
            return new Verdict.Refused(1105, "HY000", answer);
        } catch (BackendException e) {
            return e.error();
        }
    }

    private String told(String sql) {
        return assertThrows(SQLException.class, () -> row(sql)).getMessage();
    }

    private String row(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    private static MysqlDataSource source(DatabaseServer server, int port) throws SQLException {
        var source = new MysqlDataSource();
        source.setServerName(server.host());
        source.setPort(port);
        source.setUser(server.rootUser());
        source.setPassword(server.rootPassword());
        source.setSslMode("DISABLED");
        source.setAllowPublicKeyRetrieval(true);
        return source;
    }
}
