package io.lava4j.cli;

import io.lava4j.core.TypeSchema;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A type as its schema describes it.
 *
 * @param kind {@code connector} or {@code job}
 * @param type its name
 * @param title a few words
 * @param description a sentence or two; may be empty
 * @param fields of its specs, by name
 */
record Described(String kind, String type, String title, String description, List<DescribedField> fields) {

    private static final JsonMapper JSON = new JsonMapper();

    static Described of(TypeSchema schema) {
        JsonNode root = JSON.readTree(schema.json());
        return new Described(
                schema.kind().equals("connection") ? "connector" : schema.kind(),
                schema.type(),
                root.path("title").asString(""),
                root.path("description").asString(""),
                DescribedField.fieldsOf(root).stream()
                        .map(field -> field.name().equals("type") ? field.saying("`" + schema.type() + "`") : field)
                        .toList());
    }

    /** The fields of the type's page, or those that are lava4j's own; without a page all count as the page's. */
    static List<DescribedField> half(List<DescribedField> fields, boolean own) {
        return fields.stream().filter(field -> field.own() == own).toList();
    }

    /** Whether a secret may give some of them. */
    boolean hasSecrets() {
        return fields.stream().anyMatch(DescribedField::fromSecret);
    }
}
