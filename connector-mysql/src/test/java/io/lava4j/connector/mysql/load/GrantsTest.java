package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.ServerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rights as SHOW GRANTS words them. */
@ExtendWith(SandboxExtension.class)
class GrantsTest {

    private static final TableName TABLE = new TableName("dwh", "t");

    @Test
    void aGlobalRightIsOneOnEverySchemaUnlessItIsRevokedThere() {
        Grants grants = grants(
                "GRANT SELECT, TRIGGER ON *.* TO `u`@`%` WITH GRANT OPTION", "REVOKE TRIGGER ON `dwh`.* FROM `u`@`%`");

        assertTrue(grants.onSchema("TRIGGER", "other"));
        assertFalse(grants.onTable("TRIGGER", TABLE));
        assertTrue(grants.onTable("SELECT", TABLE));
        assertFalse(grants.onTable("DROP", TABLE));
    }

    @Test
    void aSchemaIsGrantedByAPattern() {
        Grants grants = grants("GRANT ALL PRIVILEGES ON `d\\_h%`.* TO `u`@`%`");

        assertTrue(grants.onSchema("CREATE", "d_h2"));
        assertFalse(grants.onSchema("CREATE", "dwh"));
    }

    @Test
    void aSchemaIsEscapedWhereItWouldBeAPattern() {
        assertEquals(
                "`d\\_h\\%\\\\`.*",
                Grants.of(List.of(), new Naming(false, false)).tablesOf("d_h%\\"));
        assertEquals("`d_h%\\`.*", Grants.of(List.of(), new Naming(false, true)).tablesOf("d_h%\\"));
    }

    @Test
    void aRightOnATableIsNoneOnItsSchema() {
        Grants grants = grants(
                "GRANT USAGE ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*0'",
                "GRANT SELECT (`a`, `b`), CREATE ON `dwh`.`t` TO `u`@`%`", "GRANT `role`@`%` TO `u`@`%`");

        assertTrue(grants.onTable("CREATE", TABLE));
        assertFalse(grants.onSchema("CREATE", "dwh"));
        assertFalse(grants.onTable("CREATE", new TableName("dwh", "u")));
    }

    @Test
    void ofColumnsNamedAgainAndNamesWithDotsNothingIsMadeUp() {
        Grants grants = grants(
                "GRANT SELECT (`a`, `b`), INSERT (`a`, `b`), DROP ON `dwh`.`t` TO `u`@`%`",
                "GRANT ALTER ON `a.b`.`c.d` TO `u`@`%`");

        assertFalse(grants.onTable("INSERT", TABLE));
        assertTrue(grants.onTable("DROP", TABLE));
        assertTrue(grants.onTable("ALTER", new TableName("a.b", "c.d")));
    }

    @Test
    void namesAreComparedAsTheServerDoes() {
        List<String> lines = List.of("GRANT DROP ON `Dwh`.* TO `u`@`%`", "GRANT ALTER ON `Dwh`.`T` TO `u`@`%`");

        assertFalse(Grants.of(lines, new Naming(false, false)).onTable("DROP", TABLE));
        assertFalse(Grants.of(lines, new Naming(false, false)).onTable("ALTER", TABLE));
        assertTrue(Grants.of(lines, new Naming(true, false)).onTable("DROP", TABLE));
        assertTrue(Grants.of(lines, new Naming(true, false)).onTable("ALTER", TABLE));
    }

    @Test
    void wherePatternsCannotBeRankedAllOfThemMustAllow() {
        Grants grants = grants("GRANT SELECT ON `d_h`.* TO `u`@`%`", "GRANT DROP, SELECT ON `dw%`.* TO `u`@`%`");

        assertTrue(grants.onSchema("SELECT", "dwh"));
        assertFalse(grants.onSchema("DROP", "dwh"));
        assertTrue(grants.onSchema("DROP", "dwhs"));
    }

    /** Grants that a server counts or does not: # and _x make the schema's name. */
    private static Stream<List<String>> granted() {
        return Stream.of(
                List.of("ALL ON `#`"),
                List.of("ALL ON `#\\_x`"),
                List.of("ALL ON `#\\_x`", "SELECT ON `#%`"),
                List.of("SELECT ON `#\\_x`", "ALL ON `#%`"),
                List.of("SELECT ON `%`", "ALL ON `#%`"),
                List.of("ALL ON `%`", "SELECT ON `#%`"),
                List.of("SELECT ON `#%`", "ALL ON `#\\_%`"),
                List.of("ALL ON `#_`"),
                List.of("ALL ON `#_x`"),
                List.of("ALL ON `#\\__`"),
                List.of("ALL ON *"),
                List.of("ALL ON `%x`", "ALL ON `#%`"));
    }

    @ParameterizedTest
    @MethodSource("granted")
    void aRightIsSeenWhereTheServerGivesIt(List<String> granted, Sandbox sandbox) throws SQLException {
        check(sandbox.mysql(ServerOptions.standard()), granted);
        check(sandbox.mariadb(ServerOptions.standard()), granted);
    }

    @ParameterizedTest
    @MethodSource("granted")
    void withPartialRevokesASchemaIsNamedToTheLetter(List<String> granted, Sandbox sandbox) throws SQLException {
        DatabaseServer server = sandbox.mysql(ServerOptions.standard());
        server.execute("SET GLOBAL partial_revokes = ON");
        try {
            check(server, granted);
        } finally {
            server.execute("SET GLOBAL partial_revokes = OFF");
        }
    }

    @Test
    void aPartialRevokeCounts(Sandbox sandbox) throws SQLException {
        DatabaseServer server = sandbox.mysql(ServerOptions.standard());
        server.execute("SET GLOBAL partial_revokes = ON");
        try {
            String schema = schema(server);
            String user = user(server, List.of("ALL ON *"), schema);
            server.execute("REVOKE CREATE ON `" + schema + "`.* FROM " + user);
            check(server, user, schema);
            server.execute("GRANT CREATE ON `" + schema + "`.* TO " + user);
            check(server, user, schema);
            server.execute("DROP USER " + user);
        } finally {
            server.execute("SET GLOBAL partial_revokes = OFF");
        }
    }

    private static void check(DatabaseServer server, List<String> granted) throws SQLException {
        String schema = schema(server);
        String user = user(server, granted, schema);
        check(server, user, schema);
        server.execute("DROP USER " + user);
    }

    private static void check(DatabaseServer server, String user, String schema) throws SQLException {
        try (Connection connection = connect(server, user);
                Statement statement = connection.createStatement()) {
            boolean seen = Grants.of(new LoadSession(connection)).onSchema("CREATE", schema);
            assertEquals(
                    creates(statement, schema),
                    seen,
                    server + " " + new LoadSession(connection).query("SHOW GRANTS", row -> row.getString(1)));
        }
    }

    private static boolean creates(Statement statement, String schema) {
        try {
            return statement.executeUpdate("CREATE TABLE `" + schema + "`.made" + System.nanoTime() + " (id INT)") == 0;
        } catch (SQLException denied) {
            assertEquals(1142, denied.getErrorCode(), denied.getMessage());
            return false;
        }
    }

    private static String schema(DatabaseServer server) {
        String schema = server.newDatabase().name() + "_x";
        server.execute("CREATE DATABASE `" + schema + "`");
        return schema;
    }

    private static String user(DatabaseServer server, List<String> granted, String schema) {
        String user = schema + "_u";
        server.execute("CREATE USER " + user + " IDENTIFIED BY 'secret'");
        String start = schema.substring(0, schema.length() - 2);
        granted.forEach(grant -> server.execute("GRANT " + grant.replace("#", start) + ".* TO " + user));
        return user;
    }

    private static Connection connect(DatabaseServer server, String user) throws SQLException {
        MysqlDataSource source = new MysqlDataSource();
        source.setServerName(server.host());
        source.setPort(server.port());
        source.setUser(user);
        source.setPassword("secret");
        return source.getConnection();
    }

    private static Grants grants(String... lines) {
        return Grants.of(List.of(lines), new Naming(false, false));
    }
}
