package io.lava4j.sandbox.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;
import software.amazon.awssdk.services.sts.StsClient;

/** Asks with the real SDK clients, so that the wire format is the real one. */
class AwsStandInTest {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private AwsStandIn standIn;

    @BeforeEach
    void start() {
        standIn = AwsStandIn.start();
    }

    @AfterEach
    void stop() {
        standIn.close();
        http.close();
    }

    @Test
    void aSecureStringIsReadWithDecryption() {
        standIn.putSecureString("/lava/dev/password", "geheim ü");

        Parameter parameter = parameter("/lava/dev/password", true);

        assertEquals("geheim ü", parameter.value());
        assertEquals(ParameterType.SECURE_STRING, parameter.type());
        assertEquals("/lava/dev/password", parameter.name());
    }

    @Test
    void aSecureStringIsCiphertextWithoutDecryption() {
        standIn.putSecureString("/lava/dev/password", "geheim");

        assertNotEquals("geheim", parameter("/lava/dev/password", false).value());
    }

    @Test
    void aStringSaysThatItIsOne() {
        standIn.putString("/lava/dev/plain", "open");

        Parameter parameter = parameter("/lava/dev/plain", true);

        assertEquals("open", parameter.value());
        assertEquals(ParameterType.STRING, parameter.type());
    }

    @Test
    void aChangedParameterHasItsNewValueAndVersion() {
        standIn.putSecureString("/p", "old");
        standIn.putSecureString("/p", "new");

        Parameter parameter = parameter("/p", true);

        assertEquals("new", parameter.value());
        assertEquals(2L, parameter.version());
    }

    @Test
    void aRemovedParameterIsNotFound() {
        standIn.putString("/p", "value");
        standIn.removeParameter("/p");

        var missing = assertThrows(ParameterNotFoundException.class, () -> parameter("/p", true));

        assertEquals("ParameterNotFound", missing.awsErrorDetails().errorCode());
        assertEquals("Parameter /p not found.", missing.awsErrorDetails().errorMessage());
    }

    @Test
    void requestsAreCountedByOperationAndName() {
        standIn.putString("/p", "value");

        parameter("/p", true);
        parameter("/p", true);

        assertEquals(2, standIn.requests("GetParameter", "/p"));
        assertEquals(0, standIn.requests("GetParameter", "/q"));
    }

    @Test
    void aSecretIsReadByNameAndByArn() {
        standIn.putSecret("dev/mysql", "{\"username\":\"ü\"}");

        try (var client = secrets()) {
            var byName = client.getSecretValue(get -> get.secretId("dev/mysql"));
            var byArn = client.getSecretValue(get -> get.secretId(byName.arn()));

            assertEquals("{\"username\":\"ü\"}", byName.secretString());
            assertEquals(byName.secretString(), byArn.secretString());
            assertEquals(byName.versionId(), byArn.versionId());
        }
        assertEquals(1, standIn.requests("GetSecretValue", "dev/mysql"));
    }

    @Test
    void aRemovedSecretIsNotFound() {
        standIn.putSecret("dev/mysql", "x");
        standIn.removeSecret("dev/mysql");

        try (var client = secrets()) {
            var missing = assertThrows(
                    ResourceNotFoundException.class, () -> client.getSecretValue(get -> get.secretId("dev/mysql")));

            assertEquals(
                    "Secrets Manager can't find the specified secret.",
                    missing.awsErrorDetails().errorMessage());
        }
    }

    @Test
    void theSandboxsOwnRequestFindsTheSameSecret() {
        standIn.putSecret("dev/mysql", "text");

        assertEquals("text", new SecretRequest(standIn.endpoint()).value("dev/mysql"));
    }

    @Test
    void theCallerHasAnAccount() {
        try (var client = configured(StsClient.builder())) {
            var caller = client.getCallerIdentity();

            assertEquals("000000000000", caller.account());
            assertEquals("arn:aws:iam::000000000000:user/sandbox", caller.arn());
        }
        assertEquals(1, standIn.requests("GetCallerIdentity", ""));
    }

    @Test
    void aQueryAsksAsAFormDoes() throws IOException {
        try (InputStream answer = standIn.endpoint()
                .resolve("/?Action=GetCallerIdentity&Version=2011-06-15")
                .toURL()
                .openStream()) {
            String xml = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(xml.contains("<Arn>arn:aws:iam::000000000000:user/sandbox</Arn>"), xml);
        }
    }

    @Test
    void anotherOperationIsRefusedByName() {
        try (var client = configured(SsmClient.builder())) {
            var refused = assertThrows(SsmException.class, () -> client.deleteParameter(delete -> delete.name("/p")));

            assertTrue(
                    refused.getMessage().contains("does not know 'AmazonSSM.DeleteParameter'"), refused.getMessage());
        }
    }

    private Parameter parameter(String name, boolean decrypted) {
        try (var client = configured(SsmClient.builder())) {
            return client.getParameter(get -> get.name(name).withDecryption(decrypted))
                    .parameter();
        }
    }

    private SecretsManagerClient secrets() {
        return configured(SecretsManagerClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C configured(B builder) {
        return builder.httpClient(http)
                .endpointOverride(standIn.endpoint())
                .region(Region.of(AwsStandIn.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build();
    }
}
