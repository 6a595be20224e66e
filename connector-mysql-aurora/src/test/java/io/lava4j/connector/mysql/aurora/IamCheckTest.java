package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.Connector.Grade;
import io.lava4j.sandbox.AuroraServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.aurora.AuroraSetting;
import io.lava4j.testing.Walk;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes to a token, and how its refusals are told apart; and loads by the server itself. */
@ExtendWith(SandboxExtension.class)
class IamCheckTest {

    private static final String ENDPOINT = "mydb.cluster-abc123.us-east-1.rds.amazonaws.com";
    private static final String ARN = "arn:aws:iam::000000000000:user/sandbox";

    private AuroraServer aurora;
    private AwsSettings settings;
    private IamConnection connection;

    @BeforeEach
    void anIamUser(Sandbox sandbox) {
        aurora = sandbox.aurora();
        settings = AwsSettings.of(sandbox);
        connection = IamConnection.to(aurora);
    }

    @AfterEach
    void putBack() {
        settings.close();
        aurora.endpoint("localhost", aurora.port());
        aurora.settings().reset();
    }

    @Test
    void behindATunnelTheTokenSaysWhereItsPartsCameFrom() {
        aurora.endpoint(ENDPOINT, 3306);
        connection.without("region").with("iam_host", ENDPOINT).with("iam_port", 3306);

        Walk token = token();
        assertEquals(Finding.ok("'" + ARN + "', without a known end"), token.found("signing credentials"));
        assertEquals(Grade.OK, token.found("token").grade());
        assertTrue(
                token.found("token")
                        .seen()
                        .matches("for host '" + ENDPOINT + "' \\(from 'iam_host'\\), port 3306 \\(from 'iam_port'\\),"
                                + " region 'us-east-1' \\(from the host's name\\), good until 20\\S+Z"),
                token.found("token").seen());
        assertEquals(
                Finding.ok("user '" + user() + "' is in, as '" + user()
                        + "'@'%'; the server asks for mysql_clear_password"),
                way().found("login"));
    }

    /** As the reference shows them. */
    @Test
    void whatDatabaseAndIamMustKnowIsFilledIn() {
        connection.without("region").with("iam_host", ENDPOINT).with("user", "a'user");

        assertEquals(
                Map.of(
                        "the user, at the database",
                        "CREATE USER 'a''user' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';",
                        "the policy of '" + ARN + "'",
                        """
                        "Statement": [
                            {
                                "Sid": "GetRdsCreds",
                                "Effect": "Allow",
                                "Action": "rds-db:connect",
                                "Resource": [
                                    "arn:aws:rds-db:us-east-1:000000000000:dbuser:RESOURCE_ID/a'user"
                                ]
                            }
                        ]
                        """,
                        "RESOURCE_ID in that policy",
                        "aws rds describe-db-clusters --db-cluster-identifier 'mydb' --query"
                                + " 'DBClusters[0].DbClusterResourceId' --output text"),
                token().statements());
    }

    @Test
    void theIdInThePolicyIsLookedUpByWhatTheHostIs() {
        assertTrue(lookUp("x.abc123.eu-west-1.rds.amazonaws.com").startsWith("aws rds describe-db-instances"));
        assertTrue(lookUp("x.proxy-abc123.eu-west-1.rds.amazonaws.com")
                .startsWith("aws rds describe-db-proxies --db-proxy-name 'x' "));
        String proxy = lookUp("reader.endpoint.proxy-abc123.eu-west-1.rds.amazonaws.com");
        assertTrue(proxy.startsWith("aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name 'reader' "), proxy);
        assertTrue(proxy.contains("\naws rds describe-db-proxies --db-proxy-name 'PROXY_NAME' "), proxy);
        String custom = lookUp("mine.cluster-custom-abc123.eu-west-1.rds.amazonaws.com");
        assertTrue(
                custom.startsWith("aws rds describe-db-cluster-endpoints --db-cluster-endpoint-identifier 'mine' "),
                custom);
        assertTrue(custom.contains("\naws rds describe-db-clusters --db-cluster-identifier 'CLUSTER_ID' "), custom);
        assertEquals(2, lookUp("localhost").lines().count());
    }

    @Test
    void withoutAwsCredentialsNoTokenIsMadeAndThePolicyHasItsPlaces() {
        settings.without("aws.accessKeyId").without("aws.secretAccessKey");

        Walk walk = token();

        Finding finding = walk.found("signing credentials");
        assertEquals(Grade.FAILED, finding.grade());
        assertTrue(finding.seen().startsWith("no AWS credentials were found; set AWS_PROFILE, or"), finding.seen());
        assertEquals(List.of("token"), walk.skipped());
        assertTrue(
                walk.statements()
                        .get("the policy of whoever runs lava")
                        .contains("arn:aws:rds-db:us-east-1:ACCOUNT:dbuser:RESOURCE_ID/" + user()),
                walk::toString);
    }

    @Test
    void credentialsThatAwsDoesNotAccept() throws IOException {
        try (RefusingSts sts = RefusingSts.start()) {
            settings.endpoint(sts.endpoint());

            Walk walk = token();

            assertEquals(
                    Finding.failed(
                            "AWS does not accept the credentials (SignatureDoesNotMatch: it is wrong); check access key,"
                                    + " secret key and this machine's clock",
                            "aws sts get-caller-identity, after a new login to AWS"),
                    walk.found("signing credentials"));
            assertEquals(List.of("token"), walk.skipped());
        }
    }

    @Test
    void anAwsThatCannotBeAskedIsNoHindrance() {
        settings.endpoint(URI.create("http://127.0.0.1:1"));

        Walk walk = token();

        assertEquals(Grade.WARNING, walk.found("signing credentials").grade());
        assertTrue(
                walk.found("signing credentials")
                        .seen()
                        .startsWith("AWS does not tell whose they are: AWS cannot be reached ("),
                walk::toString);
        assertFalse(walk.found("token").seen().isEmpty());
    }

    @Test
    void withoutSslThereIsNoToken() {
        connection.with("ssl", false);

        assertEquals(
                Finding.failed(
                        "an IAM token is sent over TLS only, and ssl is not true",
                        "ssl: true, and ca_cert or ssl_mode"),
                token().found("token"));
    }

    @Test
    void aRegionThatNobodyNames() {
        connection.without("region");

        Finding finding = token().found("signing credentials");

        assertEquals(Grade.FAILED, finding.grade());
        assertTrue(finding.seen().contains("an IAM token is signed for the database's AWS region"), finding.seen());
    }

    @Test
    void aRegionThatIsNotTheHosts() {
        connection.with("region", "eu-west-1").with("iam_host", ENDPOINT);

        Finding finding = token().found("token");

        assertEquals(Grade.WARNING, finding.grade());
        assertTrue(finding.seen().contains("region 'eu-west-1' (from 'region'), good until "), finding.seen());
        assertTrue(finding.seen().endsWith("; the host is in region 'us-east-1'"), finding.seen());
        assertEquals("region: us-east-1", finding.remedy());
    }

    @Test
    void aHostThatAwsDoesNotKnow() {
        Finding finding = token().found("token");

        assertEquals(Grade.WARNING, finding.grade());
        assertTrue(
                finding.seen()
                        .endsWith("; that host is no name that AWS gives to a database, and a token is good under that"
                                + " name alone"),
                finding.seen());
        assertEquals(
                "iam_host, iam_port and region of the database's own endpoint, if 'localhost' is a tunnel or another"
                        + " name for it",
                finding.remedy());
    }

    /** MySQL draws lots which of its plugins such a user is asked for; it is none for tokens. */
    @Test
    void aUserWhoIsNotThere() {
        connection.with("user", "nobody");

        String seen = way().found("login").seen();

        assertTrue(
                seen.matches(".*; the password was an IAM token, and the server asks user 'nobody' for one by"
                        + " (caching_sha2|sha256|mysql_native)_password: there is no user of that name, or it was made"
                        + " with a password; CREATE USER 'nobody' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS', or"
                        + " ALTER USER 'nobody' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'"),
                seen);
    }

    @Test
    void aUserWhoIsThereAndWhoseTokenIsRefused() {
        aurora.endpoint(ENDPOINT, 3306);

        String seen = way().found("login").seen();

        assertTrue(
                seen.contains("; the password was an IAM token, and the server does not say what is wrong with it, but"
                        + " that the user is made for tokens; likeliest first:\n  - the address in the token: host"
                        + " 'localhost', port " + aurora.port() + ", "),
                seen);
        assertTrue(seen.contains("\n  - the policy: rds-db:connect must be allowed to '" + ARN + "'"), seen);
        assertFalse(seen.contains("CREATE USER"), seen);
    }

    @Test
    void neitherTokenNorKeyIsTold() {
        aurora.endpoint(ENDPOINT, 3306);

        String told = token().toString() + way();

        assertFalse(told.contains("X-Amz-"), told);
        connection.made.forEach(
                made -> assertFalse(told.contains(made.password().reveal()), told));
    }

    @Test
    void loadsByTheServerNeedARoleAndAParameter() {
        connection.s3LoadPath = Optional.of(new AuroraS3LoadPath());
        String who = "'" + user() + "'@'%'";

        Finding without = way().found("server-side load");
        assertEquals(
                Finding.warning(
                        "Aurora MySQL 3.05.2; user " + who
                                + " lacks the role AWS_LOAD_S3_ACCESS: jobs load through lava",
                        "GRANT AWS_LOAD_S3_ACCESS TO " + who),
                without);

        aurora.execute(without.remedy());
        assertEquals(
                Finding.ok("Aurora MySQL 3.05.2; the role AWS_LOAD_S3_ACCESS is granted, and made active by each load;"
                        + " the cluster reads with '" + role() + "', and whether that may read a bucket only a load"
                        + " shows"),
                way().found("server-side load"));

        aurora.execute("SET DEFAULT ROLE AWS_LOAD_S3_ACCESS TO " + who);
        assertTrue(way().found("server-side load").seen().contains(" is granted, and active; "));

        aurora.settings().set(AuroraSetting.AWS_DEFAULT_S3_ROLE, "");
        Finding unset = way().found("server-side load");
        assertEquals(Grade.WARNING, unset.grade());
        assertTrue(unset.seen().endsWith("; aws_default_s3_role is not set: jobs load through lava"), unset.seen());
        assertTrue(unset.remedy().contains("ParameterName=aws_default_s3_role,ParameterValue=ARN,"), unset.remedy());
    }

    @Test
    void aServerThatIsNotAurora(Sandbox sandbox) {
        Walk walk = new Walk();
        walk.step("server-side load", List.of(), () -> {
            try (var session = sandbox.mysql().newDatabase().connect()) {
                return new AuroraS3LoadPath().check(session).orElseThrow();
            }
        });

        assertEquals(
                Finding.ok("the server is not Aurora MySQL: its jobs load through lava"),
                walk.found("server-side load"));
    }

    private String lookUp(String host) {
        connection.with("iam_host", host);
        return token().statements().get("RESOURCE_ID in that policy");
    }

    private String role() {
        return aurora.query("SELECT @@aws_default_s3_role").get(0).get(0);
    }

    /** The steps of the token. */
    private Walk token() {
        Walk walk = new Walk();
        new IamAuthentication().check(connection.spec(), walk);
        return walk;
    }

    /** The steps of the way to the server. */
    private Walk way() {
        return Walk.along(new AuroraConnectorProvider().connect(connection.spec(), connection), Optional.empty());
    }

    private String user() {
        return (String) connection.spec.get("user");
    }
}
