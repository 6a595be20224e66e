package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxExtension.class)
class ConnectionTest {

    @ParameterizedTest
    @EnumSource
    void aConnectionIsOpenInItsDatabaseWithAutocommit(Product product, Sandbox sandbox) throws SQLException {
        Database database = product.in(sandbox).newDatabase();

        try (Connection connection = Load.into(database, "t").connection().open()) {
            assertTrue(connection.getAutoCommit());
            assertEquals(database.name(), first(connection, "SELECT DATABASE()"));
        }
    }

    @Test
    void theProgramNameIsCleanedAndCut(Sandbox sandbox) throws SQLException {
        DatabaseServer server = Product.MYSQL.elsewhere(sandbox);
        Load load = Load.into(server.newDatabase(), "t");
        load.context.application = "lv-'a\",\\b`-é" + "x".repeat(600);

        try (Connection connection = load.connection().open()) {
            String name = server.query(
                            "SELECT attr_value FROM performance_schema.session_connect_attrs WHERE attr_name ="
                                    + " 'program_name' AND processlist_id = "
                                    + first(connection, "SELECT CONNECTION_ID()"))
                    .get(0)
                    .get(0);
            assertTrue(name.matches("lv-ab-é" + "x{150,}"), name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsTriedOnceAndNamesTheUser(Product product, Sandbox sandbox) {
        Load load = wrongPassword(product.in(sandbox).newDatabase());

        String failure = assertThrows(
                        CredentialsException.class, () -> load.connection().open())
                .getMessage();

        assertTrue(
                failure.matches("connection 'test': server 127.0.0.1:\\d+ refuses the credentials of user 'nobody'"
                        + " \\(Access denied for user 'nobody'@'[^']+' \\(using password: YES\\)\\);"
                        + " they have not changed since"),
                failure);
        assertEquals(1, load.context.renewals);
        assertEquals(failure, load.of("1\n").failure(CredentialsException.class));
    }

    @Test
    void anAddressOfIpVersionSixMayHaveBracketsOrNot(Sandbox sandbox) {
        Load load = Load.into(sandbox.mysql().newDatabase(), "t").with("port", Served.NOBODYS_PORT);

        for (String host : List.of("::1", "[::1]")) {
            assertTrue(assertThrows(
                            SQLException.class,
                            () -> load.with("host", host).connection().open())
                    .getMessage()
                    .contains("server " + host + ":" + load.spec.get("port") + " cannot be reached: "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRenewedPasswordIsTriedOnceMore(Product product, Sandbox sandbox) throws SQLException {
        Database database = product.in(sandbox).newDatabase();
        Load load = wrongPassword(database);
        load.context.renewed = Optional.of(LentContext.credentials(database.user(), database.password()));

        try (Connection connection = load.connection().open()) {
            assertEquals(database.name(), first(connection, "SELECT DATABASE()"));
        }
        load.context.renewed = Optional.of(LentContext.credentials("nobody", "other"));
        String failure = assertThrows(
                        CredentialsException.class, () -> load.connection().open())
                .getMessage();

        assertTrue(failure.endsWith("read anew, they were refused again"), failure);
        assertEquals(2, load.context.renewals);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheRefusalOfATokenCanMeanIsSaidInPlaceOfThatOfAPasswordAfterIt(Product product, Sandbox sandbox) {
        Load load = wrongPassword(product.in(sandbox).newDatabase());

        load.context.credentials = token("nobody", "wrong", () -> "this can mean:\n  - a");
        assertTrue(refusal(load).endsWith(" (using password: YES)); this can mean:\n  - a"), refusal(load));

        load.context.credentials =
                new Credentials("nobody", new Secret("wrong"), Optional.empty(), () -> "leave 'password' out");
        assertTrue(
                refusal(load).endsWith(" (using password: YES)); they have not changed since; leave 'password' out"),
                refusal(load));

        load.context.credentials = token("nobody", "wrong", () -> {
            throw new IllegalStateException("no answer");
        });
        assertTrue(refusal(load).endsWith(" (using password: YES)); they have not changed since"), refusal(load));
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsAskedForAtEveryLoginAndAPasswordIsNotAskedForAgain(Product product, Sandbox sandbox)
            throws SQLException {
        Database database = product.in(sandbox).newDatabase();
        Load load = Load.into(database, "t");
        Dialler dialler = new Dialler(ConnectionSettings.of(load.connectionSpec()), load.context);
        load.context.readings = 0;

        dialler.openAgain().close();
        dialler.openAgain().close();
        assertEquals(1, load.context.readings);

        load.context.credentials = token(database.user(), database.password(), () -> "");
        dialler.open().close();
        dialler.openAgain().close();
        dialler.openAgain().close();
        assertEquals(4, load.context.readings);
    }

    @Test
    void noServerIsSaidWithHostAndPort(Sandbox sandbox) {
        int port = Served.NOBODYS_PORT;
        Load load = Load.into(sandbox.mysql().newDatabase(), "t").with("port", port);

        String expected = "connection 'test': server 127.0.0.1:" + port
                + " cannot be reached: the connection is refused; check host and port, and that the server runs";

        assertEquals(
                expected,
                assertThrows(SQLException.class, () -> load.connection().open()).getMessage());
        assertEquals(expected, load.of("1\n").failure(JobFailedException.class));
    }

    @Test
    void anUnknownHostIsSaid(Sandbox sandbox) {
        Load load = Load.into(sandbox.mysql().newDatabase(), "t").with("host", "nosuch.invalid");

        assertTrue(assertThrows(SQLException.class, () -> load.connection().open())
                .getMessage()
                .contains(
                        "server nosuch.invalid:" + load.spec.get("port") + " cannot be reached: its name is unknown"));
    }

    @Test
    void aHostThatIsMoreThanOneNameIsRefusedBeforeDialling(Sandbox sandbox) {
        Load load = Load.into(sandbox.mysql().newDatabase(), "t").with("host", "a,b?allowLoadLocalInfile=true");

        assertEquals(
                "connection 'test': host 'a,b?allowLoadLocalInfile=true' is not one host name or address; give one, without scheme and port",
                assertThrows(ConfigurationException.class, load::connection).getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownDatabaseIsNamed(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Load load = Load.into(server.newDatabase(), "t").with("database", "no/such?db");
        Load asRoot = Load.asRoot(server, "no/such?db");

        assertTrue(
                assertThrows(CredentialsException.class, () -> load.connection().open())
                        .getMessage()
                        .contains("gives user '" + load.schema + "' no rights on database 'no/such?db'"));
        assertTrue(assertThrows(
                        ConfigurationException.class, () -> asRoot.connection().open())
                .getMessage()
                .endsWith("has no database 'no/such?db'; create it, or correct 'database'"));
    }

    @ParameterizedTest
    @EnumSource
    void aLoginThatTheServerRefusesIsNotCalledUnreachable(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = server.newDatabase();
        server.execute("ALTER USER " + database.user() + " ACCOUNT LOCK");

        String failure = Load.into(database, "t").of("1\n").failure(JobFailedException.class);

        assertTrue(
                failure.matches("connection 'test': server 127.0.0.1:\\d+ refuses the login: Access denied[^\\n]*"
                        + (product == Product.MYSQL
                                ? "Account is locked. \\(error 3118\\)"
                                : "account is locked \\(error 4151\\)")),
                failure);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsFullIsNotCalledUnreachable(Product product, Sandbox sandbox) throws SQLException {
        DatabaseServer server = product.elsewhere(sandbox);
        Database database = server.newDatabase();
        String most = server.query("SELECT @@max_connections").get(0).get(0);
        List<Connection> all = new ArrayList<>();
        String failure;

        // Open before the server is full: nobody may get in then.
        try (Connection root = server.connect();
                Statement settings = root.createStatement()) {
            settings.execute("SET GLOBAL max_connections = 10");
            try {
                fill(database, settings, all);
                failure = Load.into(database, "t").of("1\n").failure(JobFailedException.class);
            } finally {
                settings.execute("SET GLOBAL max_connections = " + most);
                for (Connection each : all) {
                    each.close();
                }
            }
        }

        assertTrue(
                failure.matches(
                        "connection 'test': server 127.0.0.1:\\d+ refuses the login: [^\\n]*Too many connections[^\\n]*"
                                + " \\(error 1040\\)"),
                failure);
    }

    /** Until nobody is refused but for these: sessions that end only now, of tests before, leave room again. */
    private static void fill(Database database, Statement root, List<Connection> all) throws SQLException {
        boolean alone;
        do {
            alone = others(database, root) == 0;
            assertThrows(SQLException.class, () -> {
                while (all.size() < 20) {
                    all.add(database.connect());
                }
            });
        } while (!alone);
    }

    private static int others(Database database, Statement root) throws SQLException {
        try (ResultSet count = root.executeQuery("SELECT COUNT(*) FROM information_schema.processlist WHERE id <>"
                + " CONNECTION_ID() AND user NOT IN ('" + database.user() + "', 'event_scheduler', 'system user')")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    void aPasswordThatMayNotTravelInTheClearAsksForTls(Sandbox sandbox) {
        Database database = Product.MYSQL.withoutTls(sandbox).newDatabase();

        assertTrue(assertThrows(
                        ConfigurationException.class,
                        () -> Load.into(database, "t").connection().open())
                .getMessage()
                .endsWith("wants the password of user '" + database.user()
                        + "' over TLS, and the session has none; set ssl to true"));
    }

    private static String refusal(Load load) {
        return assertThrows(CredentialsException.class, () -> load.connection().open())
                .getMessage();
    }

    private static Credentials token(String user, String token, Supplier<String> refusal) {
        return new Credentials(
                user, new Secret(token), Optional.of(Instant.now().plusSeconds(900)), refusal);
    }

    private static Load wrongPassword(Database database) {
        return Load.by("nobody", "wrong", database, "t");
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
