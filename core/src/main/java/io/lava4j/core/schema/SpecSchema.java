package io.lava4j.core.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spec.Pointers;
import io.lava4j.core.spec.Positions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One flat schema: what a spec of one type must be. Immutable. */
public final class SpecSchema {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** 2020-12 and our annotations; a keyword that no dialect knows is logged at every use. */
    private static final Dialect DIALECT = Dialect.builder(
                    "https://json-schema.org/draft/2020-12/schema", Dialects.getDraft202012())
            .keywords(
                    Stream.of("documented", "expects", "fromSecret", "requiredOrSecret", "requiredToRun", "requirement")
                            .map(AnnotationKeyword::new)
                            .toList())
            .build();

    private final ObjectNode node;
    private final Schema schema;

    SpecSchema(ObjectNode node) {
        this.node = node;
        this.schema = SchemaRegistry.withDialect(
                        DIALECT,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .locale(Locale.ENGLISH)
                                .build()))
                .getSchema(node);
        schema.initializeValidators();
    }

    /** A schema that knows some fields and lets all others pass. */
    static SpecSchema open(ObjectNode node) {
        node.remove("additionalProperties");
        return new SpecSchema(node);
    }

    /**
     * Validates.
     *
     * @param fields the spec
     * @param positions where its fields stand
     * @param hidden pointers of values that no message may show
     * @return all faults, in the order of the spec's text; none when it is valid
     */
    public List<Violation> validate(Map<String, Object> fields, Positions positions, Set<String> hidden) {
        JsonNode instance = MAPPER.valueToTree(fields);
        Messages messages = new Messages(node, instance, hidden);
        Map<String, Violation> first =
                new LinkedHashMap<>(); // one field, one fault: a wrong type is also no enum value
        Stream.concat(
                        schema.validate(instance).stream()
                                .sorted(Comparator.comparing(
                                        error -> !error.getKeyword().equals("type")))
                                .map(error -> messages.violation(error, positions)),
                        missingWithoutSecret(fields, positions).stream())
                .forEach(violation -> first.putIfAbsent(violation.pointer(), violation));
        return first.values().stream()
                .sorted(Comparator.comparing(Violation::place, new PlaceOrder()))
                .toList();
    }

    /**
     * Fields that a spec must have once its secret, if it names one, has been read.
     *
     * @return names of fields
     */
    public List<String> requiredOrSecret() {
        return node.path("requiredOrSecret")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /**
     * What a secret may give.
     *
     * @return name of the field to name of the secret's key, in the order of the schema
     */
    public Map<String, String> fromSecret() {
        Map<String, String> keys = new LinkedHashMap<>();
        node.get("properties").properties().forEach(property -> {
            JsonNode key = property.getValue().get("fromSecret");
            if (key != null) {
                keys.put(property.getKey(), key.asString());
            }
        });
        return keys;
    }

    /**
     * Whether there is such a field.
     *
     * @param field its name
     * @return true when the schema declares it
     */
    public boolean declares(String field) {
        return node.get("properties").has(field);
    }

    /**
     * The schema for others: editors, and whoever reads or prints it.
     *
     * @param kind {@code connector}, {@code job} or {@code realm}
     * @param type the type's name; empty for what holds whatever the type
     * @return JSON text with {@code $schema}, {@code $id} and {@code title}
     */
    public String published(String kind, String type) {
        return new PublishedSchema(node.deepCopy()).text(kind, type);
    }

    private List<Violation> missingWithoutSecret(Map<String, Object> fields, Positions positions) {
        if (fields.get("secret_id") != null) {
            return List.of();
        }
        return requiredOrSecret().stream()
                .filter(field -> fields.get(field) == null)
                .map(field -> new Violation(
                        positions.valuePlace(""),
                        "/" + Pointers.escape(field),
                        "is missing: expected here, or in the secret that secret_id names"))
                .toList();
    }
}
