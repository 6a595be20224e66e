package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who comes in, with a password or with a token, and who does not. */
@ExtendWith(SandboxExtension.class)
class AuroraLoginTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private AuroraServer aurora;
    private Database database;
    private String user;

    @BeforeEach
    void start(Sandbox sandbox) {
        aurora = sandbox.aurora(sandbox.aurora().behind());
        database = aurora.newDatabase();
        user = aurora.newIamUser(database);
        aurora.clock(InstantSource.fixed(NOW));
    }

    @AfterEach
    void end() {
        aurora.close();
    }

    @Test
    void aUserWithAPasswordComesInAsOnMySql() {
        assertEquals(
                List.of(List.of(database.user() + "@localhost", database.name())),
                database.query("SELECT user(), database()"));
    }

    @Test
    void anIamUserComesInWithATokenAndItsAttributes(Sandbox sandbox) throws SQLException {
        var behind = sandbox.mysql(ServerOptions.standard().with("--performance-schema=ON"));
        try (var seeing = sandbox.aurora(behind)) {
            Database own = seeing.newDatabase();
            String iam = seeing.newIamUser(own);
            var source = source(seeing, own, iam, SignedToken.of(seeing, iam).text());
            source.setConnectionAttributes("who:a stranger");

            try (var connection = source.getConnection();
                    var rows = connection
                            .createStatement()
                            .executeQuery("SELECT user(), database(), (SELECT attr_value FROM"
                                    + " performance_schema.session_account_connect_attrs WHERE processlist_id = connection_id()"
                                    + " AND attr_name = 'who')")) {
                rows.next();
                assertEquals(
                        List.of(iam + "@localhost", own.name(), "a stranger"),
                        List.of(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
    }

    @Test
    void aTokenIsGoodUntilItsLastSecond() throws SQLException {
        String token = token().text();

        aurora.clock(InstantSource.fixed(NOW.plusSeconds(900)));
        logIn(token);
        aurora.clock(InstantSource.fixed(NOW.plusSeconds(901)));
        isRefused(token, "the token of '20260304T050607Z' expired after 900 s: it is 2026-03-04T05:21:08Z");
    }

    @Test
    void temporaryCredentialsMustBringTheirSessionToken() throws SQLException {
        aurora.addKey("ASIATEMPORARY", "temporary", "session/+=");

        logIn(with(token(), "ASIATEMPORARY", "temporary", Optional.of("session/+="))
                .text());
        for (var other : List.of(Optional.<String>empty(), Optional.of("session of another"))) {
            isRefused(
                    with(token(), "ASIATEMPORARY", "temporary", other).text(),
                    "X-Amz-Security-Token is not the session token of 'ASIATEMPORARY'");
        }
        isRefused(
                with(token(), "AKIASANDBOX", "sandbox", Optional.of("session/+="))
                        .text(),
                "X-Amz-Security-Token is not the session token of 'AKIASANDBOX'");
    }

    @Test
    void aKeyThatATestAddsIsKnown() throws SQLException {
        aurora.addKey("AKIAADDED", "added");

        logIn(with(token(), "AKIAADDED", "added", Optional.empty()).text());
    }

    @Test
    void aTokenIsSignedForTheEndpointAndNotForANameThatLeadsThere() throws SQLException {
        aurora.endpoint("mydb.cluster-abc123.us-east-1.rds.amazonaws.com", 3306);

        logIn(token().text());
        isRefused(
                SignedToken.of("localhost", aurora.port(), user, "us-east-1", NOW)
                        .text(),
                "the host and port is 'localhost:" + aurora.port()
                        + "', expected 'mydb.cluster-abc123.us-east-1.rds.amazonaws.com:3306'");
        isRefused(
                SignedToken.of("db.example.com", 3306, user, "us-east-1", NOW).text(),
                "the host and port is 'db.example.com:3306',"
                        + " expected 'mydb.cluster-abc123.us-east-1.rds.amazonaws.com:3306'");
    }

    @Test
    void aTokenOfAnotherUserIsRefused() {
        String other = aurora.newIamUser(database);

        isRefused(
                SignedToken.of("localhost", aurora.port(), other, "us-east-1", NOW)
                        .text(),
                "DBUser is '" + other + "', expected '" + user + "'");
    }

    @Test
    void withoutTlsNoTokenIsAskedFor() {
        MysqlDataSource source = source(aurora, database, user, token().text());

        var refused = assertThrows(SQLException.class, () -> {
            source.setSslMode("DISABLED");
            source.getConnection();
        });

        assertEquals(message(), refused.getMessage());
        assertEquals(List.of("The user '" + user + "' was refused: the connection is without TLS"), aurora.refusals());
    }

    @Test
    void thePasswordThatTheServerBehindKnowsIsNoWayIn() {
        isRefused("not a token", "the password is not a token");
        isRefused("", "the password is not a token");
    }

    @Test
    void anIamUserMayBeMadeToRequireTls() throws SQLException {
        aurora.behind().execute("ALTER USER '" + user + "'@'%' REQUIRE SSL");
        try {
            logIn(token().text());
        } finally {
            // For as long as there is such a user, all sessions go by TCP.
            aurora.behind().execute("DROP USER '" + user + "'@'%'");
        }
    }

    @Test
    void aSessionIsNotChangedIntoAnIamUsers() throws SQLException {
        try (var connection = database.connect()) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> connection.unwrap(JdbcConnection.class).changeUser(user, token().text()));

            assertEquals(
                    "This version of the Aurora stand-in doesn't yet support 'COM_CHANGE_USER to an IAM user'",
                    refused.getMessage());
        }
    }

    @Test
    void whenTheStandInEndsSoDoItsSessions() throws SQLException {
        try (var connection = database.connect()) {
            aurora.close();

            assertFalse(connection.isValid(5), "the session goes on");
            assertThrows(SQLException.class, database::connect);
        }
    }

    private static Stream<Arguments> wrongFields() {
        return Stream.of(
                wrong(token -> token.replace("Action=connect", "Action=drop"), "Action is 'drop', expected 'connect'"),
                wrong(
                        token -> token.replace("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1"),
                        "X-Amz-Algorithm is 'AWS4-HMAC-SHA1', expected 'AWS4-HMAC-SHA256'"),
                wrong(
                        token -> token.replace("SignedHeaders=host", "SignedHeaders=host%3Bdate"),
                        "X-Amz-SignedHeaders is 'host;date', expected 'host'"),
                wrong(
                        token -> token.replace("Expires=900", "Expires=901"),
                        "X-Amz-Expires is '901', expected 1 to 900"),
                wrong(token -> token.replace("Expires=900", "Expires=0"), "X-Amz-Expires is '0', expected 1 to 900"),
                wrong(
                        token -> token.replace("Expires=900", "Expires=x"),
                        "X-Amz-Date '20260304T050607Z' or X-Amz-Expires 'x' cannot be read"),
                wrong(
                        token -> token.replace("Date=20260304", "Date=2026-03-04"),
                        "X-Amz-Date '2026-03-04T050607Z' or X-Amz-Expires '900' cannot be read"),
                wrong(
                        token -> token.replace("Date=20260304T05", "Date=20260304T06"),
                        "X-Amz-Date '20260304T060607Z' is in the future: it is 2026-03-04T05:06:07Z"),
                wrong(
                        token -> token.replace("Date=20260304T0506", "Date=20260304T0505"),
                        "the signature is not that of 'AKIASANDBOX'"),
                wrong(
                        token -> token.replace("%2F20260304%2F", "%2F20260303%2F"),
                        "the scope of X-Amz-Credential is '20260303/us-east-1/rds-db/aws4_request',"
                                + " expected '20260304/us-east-1/rds-db/aws4_request'"),
                wrong(
                        token -> token.replace("AKIASANDBOX", "AKIAUNKNOWN"),
                        "the access key 'AKIAUNKNOWN' is not known"),
                wrong(
                        token -> token.replace("Signature=", "Signature=0"),
                        "the signature is not that of 'AKIASANDBOX'"),
                wrong(token -> token + "&More=1", "the signature is not that of 'AKIASANDBOX'"),
                wrong(token -> token + "&Action=connect", "the password is not a token"),
                wrong(token -> token + "&%ZZ=", "the password is not a token"),
                wrong(token -> "https://" + token, "the password is not a token"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aTokenWithOneFieldChangedIsRefused(UnaryOperator<String> change, String reason) {
        isRefused(change.apply(token().text()), reason);
    }

    @Test
    void aTokenProperlySignedForSomethingElseIsRefused() {
        SignedToken good = token();
        String endpoint = "localhost:" + aurora.port();
        isRefused(
                signed(good, "localhost", aurora.port() + 1, "rds-db", "us-east-1", "sandbox"),
                "the host and port is 'localhost:" + (aurora.port() + 1) + "', expected '" + endpoint + "'");
        isRefused(
                signed(good, "127.0.0.1", aurora.port(), "rds-db", "us-east-1", "sandbox"),
                "the host and port is '127.0.0.1:" + aurora.port() + "', expected '" + endpoint + "'");
        isRefused(
                signed(good, "localhost", aurora.port(), "rds", "us-east-1", "sandbox"),
                "the scope of X-Amz-Credential is '20260304/us-east-1/rds/aws4_request',"
                        + " expected '20260304/us-east-1/rds-db/aws4_request'");
        isRefused(
                signed(good, "localhost", aurora.port(), "rds-db", "eu-west-1", "sandbox"),
                "the scope of X-Amz-Credential is '20260304/eu-west-1/rds-db/aws4_request',"
                        + " expected '20260304/us-east-1/rds-db/aws4_request'");
        isRefused(
                signed(good, "localhost", aurora.port(), "rds-db", "us-east-1", "another secret"),
                "the signature is not that of 'AKIASANDBOX'");
    }

    private static Arguments wrong(UnaryOperator<String> change, String reason) {
        return Arguments.of(change, reason);
    }

    private SignedToken token() {
        return SignedToken.of(aurora.endpointHost(), aurora.endpointPort(), user, aurora.region(), NOW);
    }

    private static SignedToken with(SignedToken token, String id, String secret, Optional<String> session) {
        return new SignedToken(
                token.host(), token.port(), token.user(), token.service(), token.region(), id, secret, session, NOW);
    }

    private static String signed(
            SignedToken token, String host, int port, String service, String region, String secret) {
        return new SignedToken(host, port, token.user(), service, region, token.keyId(), secret, Optional.empty(), NOW)
                .text();
    }

    private void logIn(String token) throws SQLException {
        source(aurora, database, user, token).getConnection().close();
    }

    private void isRefused(String token, String reason) {
        var refused = assertThrows(SQLException.class, () -> logIn(token));

        assertEquals(
                List.of(1045, "28000", message()),
                List.of(refused.getErrorCode(), refused.getSQLState(), refused.getMessage()));
        List<String> refusals = aurora.refusals();
        assertEquals("The user '" + user + "' was refused: " + reason, refusals.get(refusals.size() - 1));
    }

    private String message() {
        return "Access denied for user '" + user + "'@'localhost' (using password: YES)";
    }

    private static MysqlDataSource source(AuroraServer server, Database database, String user, String token) {
        return (MysqlDataSource) new Account(server.host(), server.port(), user, token).in(database.name());
    }
}
