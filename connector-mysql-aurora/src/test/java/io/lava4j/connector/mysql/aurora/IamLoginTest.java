package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.sandbox.AuroraServer;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.ServerCertificate;
import io.lava4j.sandbox.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logins at a server that checks tokens as AWS does. */
@ExtendWith(SandboxExtension.class)
class IamLoginTest {

    /** Nothing listens there: servers are given ports from 1024 on. */
    private static final int NOBODYS_PORT = 1;

    private static final String ENDPOINT = "mydb.cluster-abc123.us-east-1.rds.amazonaws.com";
    private static final String RATE = "the rate: AWS lets in fewer than 200 new IAM connections a second";

    private Sandbox sandbox;
    private AuroraServer aurora;
    private AwsSettings settings;
    private IamConnection connection;

    @BeforeEach
    void anIamUser(Sandbox shared) {
        sandbox = shared;
        aurora = shared.aurora();
        settings = AwsSettings.of(shared);
        connection = IamConnection.to(aurora);
    }

    @AfterEach
    void putBack() {
        settings.close();
        aurora.endpoint("localhost", aurora.port());
    }

    @Test
    void aTokenIsAcceptedAndEachLoginHasItsOwn() throws SQLException {
        int before = sandbox.aws().requests("GetCallerIdentity", "");

        assertEquals(user() + "@localhost", whoAmI());
        assertEquals(user() + "@localhost", whoAmI());

        assertEquals(2, connection.made.size());
        assertEquals(List.of(), connection.events);
        assertEquals(before, sandbox.aws().requests("GetCallerIdentity", ""), "nothing is asked of AWS");
    }

    @Test
    void aTokenOfTemporaryCredentialsIsAccepted() throws SQLException {
        String session = "FwoGZXIvYXdz" + "/+=".repeat(400);
        aurora.addKey("ASIATEMPORARY", "temporary", session);
        settings.with("aws.accessKeyId", "ASIATEMPORARY")
                .with("aws.secretAccessKey", "temporary")
                .with("aws.sessionToken", session);

        assertEquals(user() + "@localhost", whoAmI());
    }

    @Test
    void behindATunnelTheTokenIsForTheEndpointThatIamHostAndIamPortName() throws SQLException {
        aurora.endpoint(ENDPOINT, 3306);
        connection.without("region").with("iam_host", ENDPOINT.toUpperCase()).with("iam_port", 3306);

        assertEquals(user() + "@localhost", whoAmI());
    }

    @Test
    void theWholeRefusalOfAHostThatAwsDoesNotKnow() {
        aurora.endpoint(ENDPOINT, 3306);

        assertEquals(
                refused() + "\n  - the address in the token: host 'localhost', port " + aurora.port()
                        + ", region 'us-east-1' must be those of the database's own endpoint, whatever name or tunnel leads"
                        + " to it; this host is none that AWS gives: name the endpoint's in iam_host, iam_port and region"
                        + "\n  - " + policy("us-east-1") + "\n  - " + createUser()
                        + "\n  - the cluster, instance or proxy: IAM authentication must be enabled"
                        + "\n  - " + RATE,
                refusal());
        assertTrue(lastReason().contains("the host and port is 'localhost:" + aurora.port() + "'"), lastReason());
    }

    @Test
    void theWholeRefusalOfAWrongPort() {
        aurora.endpoint(ENDPOINT, 3306);
        connection.without("region").with("iam_host", ENDPOINT);

        assertEquals(
                refused() + "\n  - " + policy("us-east-1") + "\n  - " + createUser()
                        + "\n  - the address in the token: host '" + ENDPOINT + "', port " + aurora.port()
                        + ", region 'us-east-1' must be those of the database's own endpoint, whatever name or tunnel leads"
                        + " to it"
                        + "\n  - the cluster, instance or proxy: IAM authentication must be enabled"
                        + "\n  - " + RATE,
                refusal());
        assertTrue(lastReason().contains("the host and port is '" + ENDPOINT + ":" + aurora.port()), lastReason());
    }

    @Test
    void aRegionThatIsNotTheHostsComesFirst() {
        aurora.endpoint(ENDPOINT, 3306);
        connection.with("region", "eu-west-1").with("iam_host", ENDPOINT).with("iam_port", 3306);

        String refusal = refusal();

        assertTrue(
                refusal.startsWith(refused() + "\n  - the address in the token: host '" + ENDPOINT
                        + "', port 3306, region 'eu-west-1' must be those of the database's own endpoint, whatever name or"
                        + " tunnel leads to it; the host is in region 'us-east-1', and 'region' says otherwise\n  - "
                        + policy("eu-west-1")),
                refusal);
        assertTrue(lastReason().contains("the scope of X-Amz-Credential"), lastReason());
    }

    @Test
    void aUserThatIsNotThereIsRefusedInTheSameWords() {
        connection.with("user", "nobody");

        assertTrue(
                refusal().contains("\n  - the user: it must have been made by CREATE USER 'nobody' IDENTIFIED WITH"));
    }

    @Test
    void credentialsThatAwsDoesNotAcceptAreTheLikeliestCause() throws IOException {
        settings.with("aws.secretAccessKey", "wrong");
        try (RefusingSts sts = RefusingSts.start()) {
            settings.endpoint(sts.endpoint());

            assertTrue(
                    refusal()
                            .startsWith(refused()
                                    + "\n  - the AWS credentials: AWS does not accept the credentials (SignatureDoesNotMatch:"
                                    + " it is wrong); check access key, secret key and this machine's clock\n  - "),
                    this::refusal);
        }
    }

    @Test
    void anAwsThatCannotBeAskedHidesNoRefusal() {
        connection.with("user", "nobody");
        settings.endpoint(URI.create("http://127.0.0.1:" + NOBODYS_PORT));

        String refusal = refusal();

        assertTrue(refusal.startsWith(refused()), refusal);
        assertTrue(
                refusal.contains(
                        "must be allowed to whoever's credentials signed the token (who that is AWS does not tell:"
                                + " AWS cannot be reached ("),
                refusal);
        assertTrue(refusal.contains("on arn:aws:rds-db:us-east-1:ACCOUNT:dbuser:RESOURCE_ID/nobody"), refusal);
        assertTrue(
                refusal.contains(
                        "\n  - the AWS credentials: they may have expired or been withdrawn\n  - this machine's"
                                + " clock: it says 20"),
                refusal);
    }

    @Test
    void noRefusalShowsTheToken() {
        connection.with("user", "nobody");

        Throwable failure = assertThrows(CredentialsException.class, connection::open);

        String token = connection.made.get(0).password().reveal();
        String signature = token.substring(token.indexOf("X-Amz-Signature=") + "X-Amz-Signature=".length());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertTrue(
                    !cause.toString().contains(signature) && !cause.toString().contains("X-Amz-"), cause::toString);
        }
        assertEquals(1, connection.made.size(), "one try");
    }

    @Test
    void withoutSslTheServerIsNotEvenDialled() {
        int before = aurora.refusals().size();
        connection.with("ssl", false).with("port", NOBODYS_PORT);

        assertEquals(
                "connection 'test': an IAM token is sent over TLS only: set ssl to true; or name a parameter with a"
                        + " password in 'password'",
                assertThrows(ConfigurationException.class, connection::open).getMessage());
        assertEquals(before, aurora.refusals().size());
    }

    @Test
    void aServerWithoutTlsGetsNoToken() {
        DatabaseServer plain = sandbox.mysql(ServerOptions.standard().with(ServerCertificate.NONE));
        connection.without("ca_cert").with("host", plain.host()).with("port", plain.port());

        assertTrue(assertThrows(ConfigurationException.class, connection::open)
                .getMessage()
                .contains("offers no TLS, and the connection requires it"));
    }

    @Test
    void withoutACaTheWarningSaysWhatATokenIsWorth() throws SQLException {
        connection.without("ca_cert");

        assertEquals(user() + "@localhost", whoAmI());
        assertEquals(
                List.of("connection 'test': the certificate of server localhost:" + aurora.port()
                        + " is not verified, and every login hands it a token: WHOEVER ANSWERS IN ITS PLACE CAN LOG IN with"
                        + " that token as user '" + user() + "' until it expires; name its CA in ca_cert"),
                connection.events);
    }

    private String whoAmI() throws SQLException {
        try (Connection open = connection.open();
                Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery("SELECT USER()")) {
            result.next();
            return result.getString(1);
        }
    }

    private String refusal() {
        return assertThrows(CredentialsException.class, connection::open).getMessage();
    }

    private String refused() {
        return "connection 'test': server localhost:" + aurora.port() + " refuses the credentials of user '" + user()
                + "' (Access denied for user '" + user()
                + "'@'localhost' (using password: YES)); the password was an IAM"
                + " token, and the server does not say what is wrong with it; likeliest first:";
    }

    private String policy(String region) {
        return "the policy: rds-db:connect must be allowed to 'arn:aws:iam::000000000000:user/sandbox', whose credentials"
                + " signed the token, on arn:aws:rds-db:" + region + ":000000000000:dbuser:RESOURCE_ID/" + user()
                + ", where RESOURCE_ID is the cluster's (cluster-...), instance's (db-...) or proxy's (prx-...)";
    }

    private String createUser() {
        return "the user: it must have been made by CREATE USER '" + user()
                + "' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'";
    }

    private String user() {
        return (String) connection.spec.get("user");
    }

    /** What the stand-in tells its owner. */
    private String lastReason() {
        List<String> reasons = aurora.refusals();
        return reasons.get(reasons.size() - 1);
    }
}
