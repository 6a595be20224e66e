package io.lava4j.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.SecretStore;
import io.lava4j.core.spi.SecretStore.Parameter;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class AwsSecretStoreTest {

    /** Nothing listens there: servers are given ports from 1024 on. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private static final String NAME = "/lava/test/dwh/password";

    private Sandbox sandbox;
    private AwsProperties properties;
    private final SecretStore store = new AwsSecretStore();

    @BeforeEach
    void theSdkFindsTheSandbox(Sandbox shared) {
        sandbox = shared;
        properties = AwsProperties.of(shared);
    }

    @AfterEach
    void putBack() {
        store.close();
        properties.close();
    }

    @Test
    void theServiceLoaderFindsIt() {
        List<Class<?>> stores = new ArrayList<>();
        ServiceLoader.load(SecretStore.class).forEach(found -> stores.add(found.getClass()));

        assertEquals(List.of(AwsSecretStore.class), stores);
    }

    @Test
    void aSecureStringIsDecryptedAndSaysThatItIsOne() {
        sandbox.aws().putSecureString(NAME, "s3cr3t ü");

        Parameter parameter = store.parameter(NAME);

        assertEquals("s3cr3t ü", parameter.value().reveal());
        assertTrue(parameter.encrypted());
    }

    @Test
    void aPlainStringSaysThatItIsNotEncrypted() {
        sandbox.aws().putString("/lava/test/plain", "open");

        assertFalse(store.parameter("/lava/test/plain").encrypted());
    }

    @Test
    void theKeyIsToldAsItWasNamedWhenTheParameterWasStored() {
        sandbox.aws().putSecureString(NAME, "s3cr3t", "alias/lava-test-sys");
        sandbox.aws().putString("/lava/test/plain", "open");

        assertEquals(Optional.of("alias/lava-test-sys"), store.key(NAME));
        assertEquals(Optional.empty(), store.key("/lava/test/plain"));
        assertEquals(Optional.empty(), store.key("/lava/test/none"));
    }

    @Test
    void aKeyThatMayNotBeLookedUpIsToldSo() {
        sandbox.aws().denyKeys(true);
        try {
            assertEquals(
                    "SSM parameter '/lava/test/dwh/password': access is denied (AccessDeniedException: User is not"
                            + " authorized to perform: ssm:DescribeParameters); allow ssm:DescribeParameters on it",
                    assertThrows(CredentialsException.class, () -> store.key(NAME))
                            .getMessage());
        } finally {
            sandbox.aws().denyKeys(false);
        }
    }

    @Test
    void whatStoresAParameterIsACommandWithoutItsValue() {
        assertEquals(
                "aws ssm put-parameter --overwrite --type SecureString --key-id 'alias/lava-test-sys' --name"
                        + " '/lava/test/dwh/password' --value file://PASSWORD_FILE",
                store.storing(NAME, "alias/lava-test-sys"));
    }

    @Test
    void aKeyIsLookedUpPageByPageButNotForEver() throws IOException {
        try (FixedAnswer empty = FixedAnswer.of(200, Map.of(), "{\"Parameters\":[],\"NextToken\":\"more\"}")) {
            properties.endpoint(empty.endpoint());

            assertEquals(Optional.empty(), store.key(NAME));
            assertEquals(20, empty.lines().size());
        }
    }

    @Test
    void whatShowsAKeyIsACommand() {
        assertEquals("aws kms describe-key --key-id 'alias/lava-test-sys'", store.showing("alias/lava-test-sys"));
    }

    @Test
    void everyReadIsAReadOfTheStore() {
        sandbox.aws().putSecureString("/lava/test/changes", "old");
        store.parameter("/lava/test/changes");
        sandbox.aws().putSecureString("/lava/test/changes", "new");

        assertEquals("new", store.parameter("/lava/test/changes").value().reveal());
    }

    @Test
    void aMissingParameterIsNamed() {
        assertEquals(
                "SSM parameter '/lava/test/none': it does not exist;"
                        + " check its name, and the account and region in use",
                refused("/lava/test/none"));
    }

    @Test
    void aDocumentIsGivenAsItIs() {
        sandbox.aws().putSecret("test/dwh", "{\"username\": \"etl\"}");

        assertEquals("{\"username\": \"etl\"}", store.document("test/dwh").reveal());
    }

    @Test
    void aMissingDocumentIsNamed() {
        CredentialsException refused = assertThrows(CredentialsException.class, () -> store.document("test/none"));

        assertEquals(
                "secret 'test/none': it does not exist; check its name, and the account and region in use",
                refused.getMessage());
    }

    @Test
    void aBinaryDocumentIsRefused() throws IOException {
        try (FixedAnswer answer = FixedAnswer.of(200, Map.of(), "{\"Name\":\"x\",\"SecretBinary\":\"AAEC\"}")) {
            properties.endpoint(answer.endpoint());

            CredentialsException refused = assertThrows(CredentialsException.class, () -> store.document("test/bin"));

            assertEquals(
                    "secret 'test/bin': it is binary, expected text; store it as SecretString", refused.getMessage());
        }
    }

    @Test
    void deniedAccessNamesTheRightThatIsMissing() throws IOException {
        try (FixedAnswer answer = FixedAnswer.jsonError("AccessDeniedException", "arn:x is not authorized")) {
            properties.endpoint(answer.endpoint());

            assertEquals(
                    "SSM parameter '" + NAME + "': access is denied (AccessDeniedException: arn:x is not authorized);"
                            + " allow ssm:GetParameter on it",
                    refused(NAME));
        }
    }

    @Test
    void aKeyThatMayNotBeUsedIsToldApartFromTheParameter() throws IOException {
        try (FixedAnswer answer = FixedAnswer.jsonError(
                "AccessDeniedException", "arn:x is not authorized to perform: kms:Decrypt on key y")) {
            properties.endpoint(answer.endpoint());

            assertEquals(
                    "SSM parameter '" + NAME + "': its KMS key cannot be used"
                            + " (AccessDeniedException: arn:x is not authorized to perform: kms:Decrypt on key y);"
                            + " allow kms:Decrypt on the key, to write kms:GenerateDataKey, and check that it is enabled",
                    refused(NAME));
        }
    }

    @Test
    void aKeyThatIsGoneIsAFaultOfKms() throws IOException {
        try (FixedAnswer answer = FixedAnswer.jsonError("DecryptionFailure", "pending deletion")) {
            properties.endpoint(answer.endpoint());

            CredentialsException refused = assertThrows(CredentialsException.class, () -> store.document("test/dwh"));

            assertEquals(
                    "secret 'test/dwh': its KMS key cannot be used (DecryptionFailure: pending deletion);"
                            + " allow kms:Decrypt on the key, to write kms:GenerateDataKey, and check that it is enabled",
                    refused.getMessage());
        }
    }

    @Test
    void expiredCredentialsAreCalledSo() throws IOException {
        try (FixedAnswer answer = FixedAnswer.jsonError("ExpiredTokenException", "The token is expired")) {
            properties.endpoint(answer.endpoint());

            assertEquals(
                    "SSM parameter '" + NAME + "': the AWS credentials have expired"
                            + " (ExpiredTokenException: The token is expired); log in again",
                    refused(NAME));
        }
    }

    @Test
    void credentialsThatAwsDoesNotKnowAreCalledSo() throws IOException {
        try (FixedAnswer answer = FixedAnswer.jsonError("UnrecognizedClientException", "The token is invalid.")) {
            properties.endpoint(answer.endpoint());

            assertEquals(
                    "SSM parameter '" + NAME + "': AWS does not accept the credentials"
                            + " (UnrecognizedClientException: The token is invalid.);"
                            + " check access key, secret key and this machine's clock",
                    refused(NAME));
        }
    }

    @Test
    void withoutCredentialsTheMessageSaysWhereTheyCouldBe() {
        properties.without("aws.accessKeyId").without("aws.secretAccessKey");

        assertTrue(
                refused(NAME)
                        .startsWith("SSM parameter '" + NAME + "': no AWS credentials were found; set AWS_PROFILE,"
                                + " or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or log in; the SDK says: Unable"),
                () -> refused(NAME));
    }

    @Test
    void withoutARegionTheMessageSaysHowToSetOne() {
        properties.without("aws.region");

        assertEquals(
                "SSM parameter '" + NAME + "': no AWS region is known; set AWS_REGION, or region in the profile",
                refused(NAME));
    }

    @Test
    void anEndpointThatDoesNotAnswerIsAFaultOfTheNetwork() {
        properties.endpoint(NOBODY);

        assertEquals(
                "SSM parameter '" + NAME + "': AWS cannot be reached (java.net.ConnectException: Connection refused);"
                        + " check the network, the region and AWS_ENDPOINT_URL if it is set",
                refused(NAME));
    }

    @Test
    void anInterruptCancelsAndStays() {
        Thread.currentThread().interrupt();

        CancelledException cancelled = assertThrows(CancelledException.class, () -> store.parameter(NAME));

        assertEquals("SSM parameter '" + NAME + "': reading was interrupted", cancelled.getMessage());
        assertTrue(Thread.interrupted(), "the thread must stay interrupted");
    }

    @Test
    void aStoreThatNobodyAskedIsClosedWithoutAClient() {
        properties.without("aws.region");

        SecretStore unused = new AwsSecretStore();

        unused.close();
        assertThrows(IllegalStateException.class, () -> unused.parameter(NAME));
    }

    private String refused(String name) {
        return assertThrows(CredentialsException.class, () -> store.parameter(name))
                .getMessage();
    }
}
