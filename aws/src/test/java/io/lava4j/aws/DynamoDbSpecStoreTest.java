package io.lava4j.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spec.SpecReader;
import io.lava4j.core.store.SpecStore;
import io.lava4j.core.store.SpecStore.Document;
import io.lava4j.core.store.SpecStore.Format;
import io.lava4j.sandbox.DynamoDbServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class DynamoDbSpecStoreTest {

    private final String realm = "realm-" + UUID.randomUUID();
    private final String jobs = "lava." + realm + ".jobs";
    private final String connections = "lava." + realm + ".connections";
    private final SpecStore store = new DynamoDbSpecStore();
    private AwsProperties properties;
    private DynamoDbServer server;

    @BeforeEach
    void theTablesOfARealm(Sandbox sandbox) {
        server = sandbox.dynamodb();
        server.createRealm(realm);
        properties = AwsProperties.of(sandbox).endpointDynamoDb(server.endpoint());
    }

    @AfterEach
    void putBack() {
        store.close();
        properties.close();
    }

    @Test
    void theServiceLoaderFindsItUnderItsScheme() {
        List<String> schemes = new ArrayList<>();
        ServiceLoader.load(SpecStore.class).forEach(found -> schemes.add(found.scheme()));

        assertEquals(List.of("dynamodb"), schemes);
    }

    @Test
    void itHasNoPlaces() {
        assertEquals(store, store.at(""));
        assertEquals(
                "specs 'dynamodb:prod': expected 'dynamodb:' and nothing behind it;"
                        + " a realm is named by --realm or LAVA_REALM",
                assertThrows(ConfigurationException.class, () -> store.at("prod"))
                        .getMessage());
    }

    @Test
    void aRecordIsADocumentNamedByTableAndKey() {
        server.put(jobs, Map.of("job_id", "load", "type", "db_from_s3", "enabled", true));

        assertEquals(
                new Document(
                        "table '" + jobs + "', job_id 'load'",
                        Path.of("").toAbsolutePath(),
                        Format.RECORD,
                        "{\"enabled\":true,\"job_id\":\"load\",\"type\":\"db_from_s3\"}"),
                store.job(realm, "load").orElseThrow());
    }

    @Test
    void eachKindOfSpecHasItsTable() {
        server.put(connections, Map.of("conn_id", "x", "description", "a connection"));
        server.put(jobs, Map.of("job_id", "x", "description", "a job"));
        server.put("lava.realms", Map.of("realm", realm, "s3_temp", "s3://tmp/x"));

        assertEquals("a connection", fields(store.connection(realm, "x")).get("description"));
        assertEquals("a job", fields(store.job(realm, "x")).get("description"));
        assertEquals("s3://tmp/x", fields(store.realm(realm)).get("s3_temp"));
    }

    @Test
    void numbersAreReadHoweverTheyWereWritten() {
        server.putItem(
                connections,
                """
                {"conn_id": {"S": "x"}, "whole": {"N": "3306"}, "decimal": {"N": "3306.0"}, "power": {"N": "1E+1"},
                 "half": {"N": "0.50"}, "text": {"S": "3306"}, "set": {"NS": ["3306.0"]},
                 "long": {"N": "12345678901234567890123456789012345678"}}""");

        Map<String, Object> fields = fields(store.connection(realm, "x"));

        assertEquals(List.of(3306L, 3306L, 10L, "3306"), values(fields, "whole", "decimal", "power", "text"));
        assertEquals("0.5", fields.get("half").toString());
        assertEquals(List.of(3306L), fields.get("set"));
        assertEquals(
                "12345678901234567890123456789012345678", fields.get("long").toString());
    }

    @Test
    void stringsStayAndWhatIsAbsentIsAbsent() {
        server.putItem(
                connections,
                """
                {"conn_id": {"S": "x"}, "empty": {"S": ""}, "password": {"NULL": true}, "flag": {"S": "false"},
                 "config": {"M": {}}, "args": {"L": [{"S": "PREFIX"}]}, "words": {"SS": ["a", "b"]}}""");

        Map<String, Object> fields = fields(store.connection(realm, "x"));

        assertEquals(List.of("", "false", Map.of()), values(fields, "empty", "flag", "config"));
        assertEquals(List.of("PREFIX"), fields.get("args"));
        assertEquals(List.of("a", "b"), fields.get("words"));
        assertFalse(fields.containsKey("password"), "NULL is as absent as what is not there");
        assertFalse(fields.containsKey("secret_id"));
    }

    @Test
    void aRecordWithWhatNoSpecHasIsRefusedByField() {
        server.putItem(jobs, "{\"job_id\": {\"S\": \"x\"}, \"parameters\": {\"M\": {\"key\": {\"B\": \"AAEC\"}}}}");

        assertEquals(
                "table '" + jobs + "', job_id 'x' is not valid, 1 fault:\n  table '" + jobs
                        + "', job_id 'x': /parameters/key: is binary:"
                        + " expected a string, a number, a boolean, null, a list or a map",
                assertThrows(InvalidSpecException.class, () -> store.job(realm, "x"))
                        .getMessage());
    }

    @Test
    void whatIsNotThereIsNotThere() {
        assertEquals(Optional.empty(), store.job(realm, "none"));
        assertEquals(Optional.empty(), store.connection(realm, "none"));
        assertEquals(Optional.empty(), store.job(realm, ""));
        assertEquals("DynamoDB's tables 'lava.prod.*'", store.description("prod"));
    }

    @Test
    void aRealmMustHaveARecord() {
        ConfigurationException missing = assertThrows(ConfigurationException.class, () -> store.realm("none"));

        assertEquals(
                "realm 'none': there is none in table 'lava.realms';"
                        + " check its name, and the account and region in use",
                missing.getMessage());
    }

    @Test
    void aRealmThatIsMisspeltHasNoTables() {
        assertEquals(
                "table 'lava.prd.jobs': it does not exist;"
                        + " check the name of the realm, and the account and region in use",
                assertThrows(ConfigurationException.class, () -> store.job("prd", "load"))
                        .getMessage());
    }

    @Test
    void anotherRegionHasOtherTables() {
        properties.with("aws.region", "eu-west-1");

        assertThrows(ConfigurationException.class, () -> store.job(realm, "load"));
    }

    @Test
    void aRealmThatIsNoNameIsRefusedInDynamoDbsWords() {
        assertEquals(
                "table 'lava.a b.jobs': AWS refuses (ValidationException: Invalid table/index name.  Table/index names must be"
                        + " between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_',"
                        + " '-', and '.')",
                failure("a b"));
    }

    @Test
    void oneConsistentReadIsMadeForADocument() throws IOException {
        try (FixedAnswer answer = FixedAnswer.of(200, Map.of(), "{\"Item\": {\"job_id\": {\"S\": \"x\"}}}")) {
            properties.endpointDynamoDb(answer.endpoint());

            store.job(realm, "x").orElseThrow();

            assertEquals(
                    List.of("{\"TableName\":\"" + jobs
                            + "\",\"Key\":{\"job_id\":{\"S\":\"x\"}},\"ConsistentRead\":true}"),
                    answer.bodies());
        }
    }

    @Test
    void deniedAccessNamesTheRightThatIsMissing() throws IOException {
        assertEquals(
                "table '" + jobs + "': access is denied (AccessDeniedException: arn:x is not authorized);"
                        + " allow dynamodb:GetItem on it",
                answered("AccessDeniedException", "arn:x is not authorized"));
    }

    @Test
    void aTableThatIsAskedTooOftenIsToBeAskedLater() throws IOException {
        assertEquals(
                "table '" + jobs + "': AWS is asked too often"
                        + " (ProvisionedThroughputExceededException: The level of configured throughput was exceeded);"
                        + " try again later, or raise the limit",
                answered("ProvisionedThroughputExceededException", "The level of configured throughput was exceeded"));
    }

    @Test
    void expiredCredentialsAreCalledSo() throws IOException {
        assertEquals(
                "table '" + jobs + "': the AWS credentials have expired"
                        + " (ExpiredTokenException: The token is expired); log in again",
                answered("ExpiredTokenException", "The token is expired"));
    }

    @Test
    void withoutCredentialsTheMessageSaysWhereTheyCouldBe() {
        properties.without("aws.accessKeyId").without("aws.secretAccessKey");

        String message = failure(realm);

        assertTrue(
                message.startsWith("table '" + jobs + "': no AWS credentials were found; set AWS_PROFILE,"), message);
    }

    @Test
    void withoutARegionTheMessageSaysHowToSetOne() {
        properties.without("aws.region");

        assertEquals(
                "table '" + jobs + "': no AWS region is known; set AWS_REGION, or region in the profile",
                failure(realm));
    }

    @Test
    void anEndpointThatDoesNotAnswerIsAFaultOfTheNetwork() throws IOException {
        properties.endpointDynamoDb(nobody());

        assertEquals(
                "table '" + jobs + "': AWS cannot be reached (java.net.ConnectException: Connection refused);"
                        + " check the network, the region and AWS_ENDPOINT_URL if it is set",
                failure(realm));
    }

    @Test
    void aSandboxThatWasStartedWithoutDynamoDbSaysSo() {
        properties.without("aws.endpointUrlDynamoDb");

        assertEquals(
                "table '" + jobs + "': AWS refuses (UnknownOperationException: The stand-in does not know"
                        + " 'DynamoDB_20120810.GetItem'; 'lava-sandbox up --dynamodb' starts what does)",
                failure(realm));
    }

    @Test
    void anInterruptCancelsAndStays() {
        Thread.currentThread().interrupt();

        LavaException cancelled = assertThrows(CancelledException.class, () -> store.job(realm, "load"));

        assertEquals("table '" + jobs + "': reading was interrupted", cancelled.getMessage());
        assertTrue(Thread.interrupted(), "the thread must stay interrupted");
    }

    private String answered(String type, String message) throws IOException {
        try (FixedAnswer answer = FixedAnswer.jsonError(type, message)) {
            properties.endpointDynamoDb(answer.endpoint());
            return failure(realm);
        }
    }

    private String failure(String name) {
        return assertThrows(JobFailedException.class, () -> store.job(name, "load"))
                .getMessage();
    }

    private static Map<String, Object> fields(Optional<Document> document) {
        return SpecReader.read(document.orElseThrow()).fields();
    }

    private static List<Object> values(Map<String, Object> fields, String... names) {
        return List.of(names).stream().map(fields::get).toList();
    }

    /** Where nobody listens any more. */
    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
