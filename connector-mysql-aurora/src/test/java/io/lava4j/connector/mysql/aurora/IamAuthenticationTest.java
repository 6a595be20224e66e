package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Spec;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed for which spec; no server is asked. */
@ExtendWith(SandboxExtension.class)
class IamAuthenticationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String HOST = "mydb.cluster-abc123.ap-southeast-2.rds.amazonaws.com";

    @TempDir
    private Path folder;

    private final IamAuthentication authentication = new IamAuthentication(InstantSource.fixed(NOW));
    private final Map<String, Object> spec =
            new HashMap<>(Map.of("user", "etl", "host", HOST, "port", 3306, "ssl", true));
    private AwsSettings settings;

    @BeforeEach
    void theSdkFindsTheSandbox(Sandbox sandbox) {
        settings = AwsSettings.of(sandbox);
    }

    @AfterEach
    void putBack() {
        settings.close();
    }

    @Test
    void theServiceLoaderFindsItForAllThreeTypes() {
        List<Class<?>> found = new ArrayList<>();
        ServiceLoader.load(Authentication.class).forEach(each -> found.add(each.getClass()));

        assertEquals(List.of(IamAuthentication.class), found);
        assertEquals(new AuroraConnectorProvider().types(), authentication.types());
    }

    @Test
    void aTokenIsForTheHostPortUserAndTheRegionInTheHostsName() {
        Credentials credentials = credentials();

        assertEquals("etl", credentials.user());
        assertEquals(Optional.of(NOW.plusSeconds(900)), credentials.goodUntil());
        assertTrue(
                credentials
                        .password()
                        .reveal()
                        .startsWith(HOST + ":3306/?Action=connect&DBUser=etl&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                                + "&X-Amz-Credential=AKIASANDBOX%2F20261122%2Fap-southeast-2%2Frds-db%2Faws4_request"
                                + "&X-Amz-Date=20261122T100000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host"
                                + "&X-Amz-Signature="),
                "not for what was asked");
    }

    @Test
    void theFieldRegionWinsOverTheHostsNameAndThatOverTheAwsSettings() {
        settings.with("aws.region", "eu-north-1");
        assertEquals("ap-southeast-2", signedRegion());

        spec.put("host", "db.example.com");
        assertEquals("eu-north-1", signedRegion());

        spec.put("host", HOST);
        spec.put("region", "us-west-2");
        assertEquals("us-west-2", signedRegion());
    }

    @Test
    void withoutARegionAnErrorSaysTheThreeWaysToNameOne() {
        spec.put("host", "db.example.com");

        assertEquals(
                "connection 'test': an IAM token is signed for the database's AWS region, and that is not known; name it"
                        + " in 'region', or give the database's own endpoint (NAME.eu-west-1.rds.amazonaws.com) as 'host' or"
                        + " 'iam_host', where now is 'db.example.com', or set AWS_REGION, or region in the AWS profile",
                assertThrows(ConfigurationException.class, this::credentials).getMessage());
    }

    @Test
    void theTokenCarriesIamHostAndIamPortInPlaceOfWhatIsDialled() {
        spec.put("host", "127.0.0.1");
        spec.put("port", 13306);
        spec.put("iam_host", HOST);
        spec.put("iam_port", "3307");

        assertTrue(credentials().password().reveal().startsWith(HOST + ":3307/?"));
        assertEquals("ap-southeast-2", signedRegion());
    }

    @Test
    void aHostInUpperCaseOrWithADotAtItsEndIsSignedAsAwsKnowsIt() {
        spec.put("host", "MyDB.Cluster-ABC123.AP-Southeast-2.RDS.AmazonAWS.com.");

        assertTrue(credentials().password().reveal().startsWith(HOST + ":3306/?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no", "absent"})
    void withoutSslNothingIsSigned(String ssl) {
        settings.without("aws.accessKeyId").without("aws.secretAccessKey");
        spec.put("ssl", ssl.equals("absent") ? null : ssl);
        spec.put("ssl_mode", "verify-ca");

        assertEquals(
                "connection 'test': an IAM token is sent over TLS only: set ssl to true; or name a parameter with a"
                        + " password in 'password'",
                assertThrows(ConfigurationException.class, this::credentials).getMessage(),
                "the missing credentials were not even looked for");
    }

    @Test
    void eachLoginHasATokenOfItsOwn() {
        assertNotSame(credentials().password(), credentials().password());
    }

    @Test
    void credentialsOfAProfileThatAreKnownToHaveExpiredAreRefusedWithTheirExpiry() throws IOException {
        settings.without("aws.accessKeyId").without("aws.secretAccessKey");
        profile("2026-11-22T09:59:59Z");
        assertEquals(
                "connection 'test': no IAM token can be made for user 'etl': the AWS credentials that would sign a token"
                        + " expired at 2026-11-22T09:59:59Z; log in to AWS again",
                assertThrows(CredentialsException.class, this::credentials).getMessage());
    }

    @Test
    void aTokenEndsWithTheCredentialsThatSignedIt() throws IOException {
        settings.without("aws.accessKeyId").without("aws.secretAccessKey");
        profile("2026-11-22T10:05:00Z");

        assertEquals(
                Optional.of(Instant.parse("2026-11-22T10:05:00Z")),
                credentials().goodUntil());
    }

    @Test
    void withoutAwsCredentialsAnErrorSaysSo() {
        settings.without("aws.accessKeyId").without("aws.secretAccessKey");

        String message =
                assertThrows(CredentialsException.class, this::credentials).getMessage();

        assertTrue(
                message.startsWith("connection 'test': no IAM token can be made for user 'etl': no AWS credentials were"
                        + " found; set AWS_PROFILE"),
                message);
    }

    /** A profile whose credentials come from a program, with an end. */
    private void profile(String expiry) throws IOException {
        Path credentials = Files.writeString(
                folder.resolve("credentials.json"),
                """
                {"Version": 1, "AccessKeyId": "ASIAX", "SecretAccessKey": "k", "SessionToken": "s", "Expiration": "%s"}"""
                        .formatted(expiry));
        Path config = Files.writeString(
                folder.resolve("config"), "[default]\ncredential_process = cat " + credentials + "\n");
        settings.with("aws.configFile", config.toString());
    }

    private String signedRegion() {
        return credentials().password().reveal().replaceFirst(".*Credential=[^%]+%2F[^%]+%2F([^%]+)%2F.*", "$1");
    }

    private Credentials credentials() {
        return authentication.credentials(
                new Spec("connection 'test'", spec, Path.of("").toAbsolutePath(), pointer -> ""));
    }
}
