package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

@ExtendWith(SandboxExtension.class)
class DynamoDbServerTest {
    private DynamoDbServer server;
    private String realm;

    @BeforeEach
    void aRealmOfItsOwn(Sandbox sandbox) {
        server = sandbox.dynamodb();
        realm = RandomText.name("realm");
        server.createRealm(realm);
    }

    @Test
    void theSdkReadsWhatTheSandboxPut() {
        server.put(
                "lava." + realm + ".jobs",
                Map.of("job_id", "x", "on", true, "port", 3306, "list", List.of("a", Map.of("b", 1.50))));

        Map<String, AttributeValue> item = read("us-east-1", "jobs", "job_id");

        assertEquals(
                Map.of(
                        "job_id",
                        AttributeValue.fromS("x"),
                        "on",
                        AttributeValue.fromBool(true),
                        "port",
                        AttributeValue.fromN("3306"),
                        "list",
                        AttributeValue.fromL(List.of(
                                AttributeValue.fromS("a"),
                                AttributeValue.fromM(Map.of("b", AttributeValue.fromN("1.5")))))),
                item);
    }

    @Test
    void aRecordIsPutInDynamoDbsOwnWords() {
        server.putItem(
                "lava." + realm + ".connections",
                """
                {"conn_id": {"S": "x"}, "set": {"SS": ["a"]}, "none": {"NULL": true}}""");

        assertEquals(
                List.of("a"),
                read("us-east-1", "connections", "conn_id").get("set").ss());
    }

    @Test
    void anotherRegionHasOtherTables() {
        assertThrows(ResourceNotFoundException.class, () -> read("eu-west-1", "jobs", "job_id"));
    }

    @Test
    void aMissingTableIsAnErrorOfThePut() {
        var refused = assertThrows(SandboxException.class, () -> server.put("none", Map.of("a", "b")));

        assertTrue(refused.getMessage().startsWith("DynamoDB refuses PutItem: {"), refused.getMessage());
    }

    @Test
    void itListensOnTheLoopbackAddressAlone() throws SocketException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        assertEquals(List.of(), others.stream().filter(this::isOpen).toList());
        assertTrue(Stream.of(InetAddress.getLoopbackAddress()).allMatch(this::isOpen));
    }

    private boolean isOpen(InetAddress address) {
        try (var socket = new Socket(address, server.endpoint().getPort())) {
            return socket.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private Map<String, AttributeValue> read(String region, String kind, String key) {
        try (var client = client(server.endpoint(), region)) {
            return client.getItem(get ->
                            get.tableName("lava." + realm + "." + kind).key(Map.of(key, AttributeValue.fromS("x"))))
                    .item();
        }
    }

    private static DynamoDbClient client(URI endpoint, String region) {
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(AwsEnvironment.KEY.id(), AwsEnvironment.KEY.secret())))
                .build();
    }
}
