package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logins that the stand-in takes to the server by its Unix socket, and those that it must not. */
@ExtendWith(SandboxExtension.class)
class AuroraSocketTest {
    private static final String WITHOUT_TLS = "&sslMode=DISABLED";
    private static final String OVER_TLS = "&sslMode=REQUIRED";
    private static final String PASSWORD = "a password of some length: ü";

    private AuroraServer aurora;
    private Database database;
    private String user;

    @BeforeEach
    void start(Sandbox sandbox) {
        // A server of its own: one account can send all sessions by TCP.
        aurora = sandbox.aurora(sandbox.mysql(ServerOptions.standard().with("--loose-mysqlx=OFF")));
        database = aurora.newDatabase();
        user = RandomText.name("user_");
    }

    @AfterEach
    void end() {
        aurora.behind().execute("DROP USER IF EXISTS '" + user + "'@'%', '" + user + "'@'127.0.0.1'");
        aurora.close();
    }

    @Test
    void aPasswordThatTheServerDoesNotKnowYetIsHiddenWithTheKeyOfTheStandIn() throws SQLException {
        make("'%' IDENTIFIED WITH caching_sha2_password BY '" + PASSWORD + "'");

        assertEquals(Map.of("first", "localhost", "again", "localhost"), twice(WITHOUT_TLS));
    }

    @Test
    void overTlsItComesInClear() throws SQLException {
        make("'%' IDENTIFIED WITH caching_sha2_password BY '" + PASSWORD + "'");

        assertEquals(Map.of("first", "localhost", "again", "localhost"), twice(OVER_TLS));
    }

    @Test
    void aWrongOneIsRefusedAsOnMySql() {
        make("'%' IDENTIFIED WITH caching_sha2_password BY '" + PASSWORD + "'");

        for (String settings : List.of(WITHOUT_TLS, OVER_TLS)) {
            for (String wrong : List.of("wrong", "")) {
                var refused = assertThrows(SQLException.class, () -> connect(wrong, settings));
                assertEquals(
                        List.of(
                                1045,
                                "Access denied for user '" + user + "'@'localhost' (using password: "
                                        + (wrong.isEmpty() ? "NO" : "YES") + ")"),
                        List.of(refused.getErrorCode(), refused.getMessage()));
            }
        }
    }

    @Test
    void aPasswordMayBeEmptyOrProvedInAnotherWay() throws SQLException {
        for (String plugin : List.of("caching_sha2_password", "mysql_native_password")) {
            for (String password : List.of("", PASSWORD)) {
                make("'%' IDENTIFIED WITH " + plugin + " BY '" + password + "'");
                for (String settings : List.of(WITHOUT_TLS, OVER_TLS)) {
                    try (Connection connection = connect(password, settings)) {
                        assertEquals("localhost", host(connection));
                    }
                }
            }
        }
    }

    @Test
    void theCommandLineClientAsksForTheKeyToo() throws Exception {
        make("'%' IDENTIFIED WITH caching_sha2_password BY '" + PASSWORD + "'");

        var client = new CommandLineClient(aurora, user, PASSWORD);

        assertEquals("user()\n" + user + "@localhost\n", client.says("SELECT user()", "--skip-ssl"));
    }

    @Test
    void aSessionBecomesThatOfAUserWhomTheServerDoesNotKnowYet() throws SQLException {
        make("'%' IDENTIFIED WITH caching_sha2_password BY '" + PASSWORD + "'");

        for (String settings : List.of(WITHOUT_TLS, OVER_TLS)) {
            aurora.behind().execute("ALTER USER '" + user + "'@'%' IDENTIFIED BY '" + PASSWORD + "'");
            try (Connection connection = new Way(database, aurora.port(), settings).connect()) {
                connection.unwrap(JdbcConnection.class).changeUser(user, PASSWORD);
                assertEquals(user + "@%", value(connection, "SELECT current_user()"));
                assertEquals("after", value(connection, "SELECT 'after'"));
            }
        }
    }

    @Test
    void theStatusShowsTheTlsOfTheClient() throws SQLException {
        make("'%' IDENTIFIED BY '" + PASSWORD + "'");

        for (String status : List.of(
                "SHOW STATUS LIKE 'Ssl\\_cipher'", "SHOW SESSION STATUS LIKE 'ssl_version'", "SHOW LOCAL STATUS;")) {
            try (Connection through = connect(PASSWORD, OVER_TLS);
                    Connection past = new Way(database, aurora.behind().port(), OVER_TLS).connect(user, PASSWORD, "");
                    Connection bare = connect(PASSWORD, WITHOUT_TLS)) {
                assertEquals(tls(past, status), tls(through, status));
                assertEquals(
                        List.of(""), List.copyOf(Set.copyOf(tls(bare, status).values())));
            }
        }
    }

    @Test
    void whoMustUseTlsGoesByTcp() throws SQLException {
        make("'%' IDENTIFIED BY '" + PASSWORD + "' REQUIRE SSL");

        try (Connection connection = connect(PASSWORD, OVER_TLS)) {
            assertTrue(host(connection).startsWith("localhost:"), host(connection));
            assertEquals(
                    "TLS",
                    tls(connection, "SHOW STATUS LIKE 'Ssl_cipher'")
                            .get("Ssl_cipher")
                            .substring(0, 3));
        }
        var refused = assertThrows(SQLException.class, () -> connect(PASSWORD, WITHOUT_TLS));
        assertEquals("Access denied for user '" + user + "'@'localhost' (using password: YES)", refused.getMessage());
    }

    @Test
    void whoComesFromAnAddressGoesByTcp() throws SQLException {
        make("'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "'");

        for (String settings : List.of(WITHOUT_TLS, OVER_TLS)) {
            try (Connection connection = connect(PASSWORD, settings)) {
                assertEquals(user + "@127.0.0.1", value(connection, "SELECT current_user()"));
            }
        }
    }

    @Test
    void anotherPluginGoesByTcp() throws SQLException {
        make("'%' IDENTIFIED WITH sha256_password BY '" + PASSWORD + "'");

        for (String settings : List.of(WITHOUT_TLS, OVER_TLS)) {
            try (Connection connection = connect(PASSWORD, settings)) {
                assertTrue(host(connection).startsWith("localhost:"), host(connection));
            }
        }
    }

    @Test
    void whereOnlyTlsIsLetInNobodyComesWithout() throws SQLException {
        aurora.behind().execute("SET GLOBAL require_secure_transport = ON");
        try {
            var refused =
                    assertThrows(SQLException.class, () -> new Way(database, aurora.port(), WITHOUT_TLS).connect());
            assertEquals(3159, refused.getErrorCode());
            new Way(database, aurora.port(), OVER_TLS).connect().close();
        } finally {
            aurora.behind().execute("SET GLOBAL require_secure_transport = OFF");
        }
    }

    private void make(String account) {
        aurora.behind()
                .execute(
                        "DROP USER IF EXISTS '" + user + "'@'%'",
                        "CREATE USER '" + user + "'@" + account,
                        "GRANT ALL ON `" + database.name() + "`.* TO '" + user + "'@" + account.split(" ")[0]);
    }

    private Connection connect(String password, String settings) throws SQLException {
        var source = new MysqlDataSource();
        source.setUrl(
                "jdbc:mysql://" + aurora.host() + ":" + aurora.port() + "/?allowPublicKeyRetrieval=true" + settings);
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }

    private Map<String, String> twice(String settings) throws SQLException {
        try (Connection first = connect(PASSWORD, settings);
                Connection again = connect(PASSWORD, settings)) {
            return Map.of("first", host(first), "again", host(again));
        }
    }

    /** With a port after it when the server is reached by TCP. */
    private static String host(Connection connection) throws SQLException {
        return value(connection, "SELECT host FROM information_schema.processlist WHERE id = connection_id()");
    }

    private static Map<String, String> tls(Connection connection, String status) throws SQLException {
        var shown = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(status)) {
            while (rows.next()) {
                shown.put(rows.getString("Variable_name"), rows.getString("Value"));
            }
        }
        shown.keySet().retainAll(List.of("Ssl_cipher", "Ssl_version"));
        return shown;
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
