package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a MySQL that calls itself Aurora by a function of that name, and with roles as every MySQL has them. */
@ExtendWith(SandboxExtension.class)
class ReadinessTest {

    private static final LoadRequest LOAD = Objects.IN_SYDNEY.load(Objects.object("a.csv", 1));

    private final AuroraS3LoadPath path = new AuroraS3LoadPath();

    @Test
    void aServerWithoutAnAuroraVersionCannot(Sandbox sandbox) throws SQLException {
        for (DatabaseServer server : List.of(sandbox.mysql(), sandbox.mariadb())) {
            try (Connection session = server.newDatabase().connect()) {
                assertEquals(
                        Optional.of(
                                "the server is not Aurora MySQL, as it has no aurora_version(), and cannot load from S3"
                                        + " by itself"),
                        path.refusal(LOAD, session));
            }
        }
    }

    @Test
    void objectsThatAreNotInS3CannotBeReadByTheServer(Sandbox sandbox) throws SQLException {
        try (Connection session = aurora(sandbox, "3.08.0").connect()) {
            assertEquals(
                    Optional.of("bucket 'exports' has no region, so it is not in S3, where the server could read it"),
                    path.refusal(new Objects(Map.of()).load(Objects.object("a.csv", 1)), session));
        }
    }

    @Test
    void withoutTheRoleTheGrantIsNamed(Sandbox sandbox) throws SQLException {
        Database database = aurora(sandbox, "3.08.0");
        try (Connection session = database.connect()) {
            assertEquals(
                    Optional.of("user '" + database.user() + "'@'%' lacks the role AWS_LOAD_S3_ACCESS; GRANT"
                            + " AWS_LOAD_S3_ACCESS TO '" + database.user() + "'@'%'"),
                    path.refusal(LOAD, session));
            assertEquals(List.of(), path.setUp(session));
        }
    }

    @Test
    void aRoleThatIsActiveNeedsNothing(Sandbox sandbox) throws SQLException {
        Database database = aurora(sandbox, "3.08.0");
        sandbox.mysql()
                .execute(
                        "GRANT AWS_LOAD_S3_ACCESS TO " + database.user(), "SET DEFAULT ROLE ALL TO " + database.user());
        try (Connection session = database.connect()) {
            assertEquals(Optional.empty(), path.refusal(LOAD, session));
            assertEquals(List.of(), path.setUp(session));
        }
    }

    @Test
    void aRoleThatIsNotActiveIsActivatedAndTakesNoOtherAway(Sandbox sandbox) throws SQLException {
        Database database = aurora(sandbox, "3.08.0");
        String other = database.name() + "_other";
        sandbox.mysql()
                .execute(
                        "CREATE ROLE " + other,
                        "GRANT AWS_LOAD_S3_ACCESS, " + other + " TO " + database.user(),
                        "SET DEFAULT ROLE " + other + " TO " + database.user());
        try (Connection session = database.connect()) {
            assertEquals(Optional.empty(), path.refusal(LOAD, session));
            assertFalse(currentRoles(session).contains("AWS_LOAD_S3_ACCESS"), "to look changes nothing");
            assertEquals(List.of("SET ROLE ALL"), path.setUp(session));
            execute(session, "SET ROLE ALL");
            assertTrue(currentRoles(session).contains("`AWS_LOAD_S3_ACCESS`@`%`"), currentRoles(session));
            assertTrue(currentRoles(session).contains("`" + other + "`@`%`"), currentRoles(session));
            assertEquals(List.of(), path.setUp(session));
        }
    }

    /** As the master user of a cluster has it. */
    @Test
    void aRoleMayComeThroughAnother(Sandbox sandbox) throws SQLException {
        Database database = aurora(sandbox, "3.08.0");
        String through = database.name() + "_super";
        sandbox.mysql()
                .execute(
                        "CREATE ROLE " + through,
                        "GRANT AWS_LOAD_S3_ACCESS TO " + through,
                        "GRANT " + through + " TO " + database.user());
        try (Connection session = database.connect()) {
            assertEquals(Optional.empty(), path.refusal(LOAD, session));
            assertEquals(List.of("SET ROLE ALL"), path.setUp(session));
            execute(session, "SET ROLE ALL");
            assertEquals(List.of(), path.setUp(session));
        }
    }

    @Test
    void onVersion2ItIsAPrivilege(Sandbox sandbox) throws SQLException {
        Database database = aurora(sandbox, "2.12.3");
        try (Connection session = database.connect()) {
            assertEquals(
                    Optional.of(
                            "user '" + database.user() + "'@'%' lacks the privilege LOAD FROM S3; GRANT LOAD FROM S3 ON"
                                    + " *.* TO '" + database.user() + "'@'%'"),
                    path.refusal(LOAD, session));
            assertEquals(List.of(), path.setUp(session));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRANT SELECT, LOAD FROM S3, SELECT INTO S3 ON *.* TO 'u'@'%'          | true",
                "GRANT LOAD FROM S3 ON *.* TO 'u'@'%' WITH GRANT OPTION                | true",
                "GRANT ALL PRIVILEGES ON *.* TO 'u'@'%'                                | true",
                "GRANT SELECT, INSERT ON *.* TO 'u'@'%'                                | false",
                "GRANT ALL PRIVILEGES ON `sales`.* TO 'u'@'%'                          | false",
                "GRANT SELECT, UNLOAD FROM S3 ON *.* TO 'LOAD FROM S3 ON *.* TO '@'%'  | false"
            })
    void thePrivilegeIsReadFromTheGrants(String grant, boolean granted) {
        assertEquals(granted, LoadRight.isPrivilege(grant));
    }

    private static Database aurora(Sandbox sandbox, String version) {
        Database database = sandbox.mysql().newDatabase();
        sandbox.mysql()
                .execute(
                        "CREATE FUNCTION " + database.name()
                                + ".aurora_version() RETURNS CHAR(10) DETERMINISTIC RETURN '" + version + "'",
                        "CREATE ROLE IF NOT EXISTS AWS_LOAD_S3_ACCESS");
        return database;
    }

    private static String currentRoles(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet roles = statement.executeQuery("SELECT CURRENT_ROLE()")) {
            roles.next();
            return roles.getString(1);
        }
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
