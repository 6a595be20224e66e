package io.lava4j.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * A running DynamoDB Local. As at AWS, each access key and region has tables of its own; these are the sandbox's, see {@link
 * Sandbox#environment}. It ends with its sandbox. Safe for use by many threads.
 */
public final class DynamoDbServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALMS = "lava.realms";

    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A client of the server at an endpoint. */
    DynamoDbServer(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** What {@code AWS_ENDPOINT_URL_DYNAMODB} is to be set to. */
    public URI endpoint() {
        return endpoint;
    }

    /** Makes the tables of a realm, without a record. */
    public synchronized void createRealm(String realm) {
        if (!has(REALMS)) {
            createTable(REALMS, "realm");
        }
        createTable("lava." + realm + ".connections", "conn_id");
        createTable("lava." + realm + ".jobs", "job_id");
    }

    /** Makes a table whose key is a string. */
    public void createTable(String name, String key) {
        ask(
                "CreateTable",
                Map.of(
                        "TableName",
                        name,
                        "BillingMode",
                        "PAY_PER_REQUEST",
                        "AttributeDefinitions",
                        List.of(Map.of("AttributeName", key, "AttributeType", "S")),
                        "KeySchema",
                        List.of(Map.of("AttributeName", key, "KeyType", "HASH"))));
    }

    /** Puts a record as boto3 puts a dict: strings, numbers, booleans, null, lists and maps of these. */
    public void put(String table, Map<String, ?> fields) {
        ask("PutItem", Map.of("TableName", table, "Item", DynamoDbItem.fields(fields)));
    }

    /** Puts a record in DynamoDB's own JSON, such as <code>{"port": {"N": "3306"}}</code>. */
    public void putItem(String table, String item) {
        ask("PutItem", Map.of("TableName", table, "Item", JSON.readTree(item)));
    }

    boolean isReady() {
        try {
            return send("ListTables", Map.of()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean has(String table) {
        return ask("ListTables", Map.of()).contains('"' + table + '"');
    }

    private String ask(String operation, Map<String, ?> request) {
        try {
            HttpResponse<String> response = send(operation, request);
            if (response.statusCode() != 200) {
                throw new SandboxException("DynamoDB refuses " + operation + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new SandboxException("DynamoDB at '" + endpoint + "' cannot be reached: " + e, e);
        }
    }

    private HttpResponse<String> send(String operation, Map<String, ?> request) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(endpoint.resolve("/"))
                            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                            .header("Content-Type", "application/x-amz-json-1.0")
                            .header("Authorization", AwsEnvironment.UNCHECKED_SIGNATURE)
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(request)))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    @Override
    public String toString() {
        return "DynamoDB at " + endpoint;
    }
}
