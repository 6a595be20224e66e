package io.lava4j.aws;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.store.SpecStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Specs in the tables that lava keeps in DynamoDB: one for the realms, two for each realm. */
public final class DynamoDbSpecStore implements SpecStore {

    private static final String REALMS = "lava.realms";

    private final Lazy<DynamoDbClient> client =
            new Lazy<>(() -> Settings.usual().applied(DynamoDbClient.builder()).build());

    /** For {@link java.util.ServiceLoader}: dials nothing. */
    public DynamoDbSpecStore() {}

    @Override
    public String scheme() {
        return "dynamodb";
    }

    @Override
    public Optional<Document> connection(String realm, String connId) {
        return item("lava." + realm + ".connections", "conn_id", connId);
    }

    @Override
    public Optional<Document> job(String realm, String jobId) {
        return item("lava." + realm + ".jobs", "job_id", jobId);
    }

    @Override
    public Optional<Document> realm(String name) {
        return Optional.of(item(REALMS, "realm", name)
                .orElseThrow(() -> new ConfigurationException("realm '" + name + "': there is none in table '" + REALMS
                        + "'; check its name, and the account and region in use")));
    }

    @Override
    public String description(String realm) {
        return "DynamoDB's tables 'lava." + realm + ".*'";
    }

    @Override
    public void close() {
        client.close();
    }

    private Optional<Document> item(String table, String key, String id) {
        if (id.isEmpty()) {
            // No key of DynamoDB is.
            return Optional.empty();
        }
        Map<String, AttributeValue> item = read(table, Map.of(key, AttributeValue.fromS(id)));
        String name = "table '" + table + "', " + key + " '" + id + "'";
        return Optional.of(item)
                .filter(found -> !found.isEmpty())
                .map(found ->
                        new Document(name, Path.of("").toAbsolutePath(), Format.RECORD, new ItemJson(name).of(found)));
    }

    private Map<String, AttributeValue> read(String table, Map<String, AttributeValue> key) {
        String subject = "table '" + table + "'";
        try {
            return Sense.of(() -> client.get()
                    .getItem(request -> request.tableName(table).key(key).consistentRead(true))
                    .item());
        } catch (ResourceNotFoundException missing) {
            throw new ConfigurationException(
                    subject + ": it does not exist; check the name of the realm, and the account and region in use",
                    missing);
        } catch (AbortedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException(subject + ": reading was interrupted", interrupted);
        } catch (SdkException failed) {
            throw new JobFailedException(subject + ": " + new Failure(failed, "dynamodb:GetItem on it").text(), failed);
        }
    }
}
