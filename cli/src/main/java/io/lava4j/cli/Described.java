package io.lava4j.cli;

import io.lava4j.core.TypeSchema;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A type as its schema describes it.
 *
 * @param kind {@code connector}, {@code job} or {@code realm}
 * @param type its name
 * @param title a few words
 * @param description a sentence or two; may be empty
 * @param fields of its specs
 * @param synonyms other names of the type
 * @param examples specs; none when its schema has none
 * @param guide Markdown that follows the fields; may be empty
 */
record Described(
        String kind,
        String type,
        String title,
        String description,
        List<DescribedField> fields,
        List<String> synonyms,
        List<JsonNode> examples,
        String guide) {

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
                        .toList(),
                schema.synonyms(),
                root.path("examples").valueStream().toList(),
                schema.guide());
    }

    /** Such as {@code connector type mysql}; a realm has no types. */
    String subject() {
        return isRealm() ? kind : kind + " type " + type;
    }

    boolean isRealm() {
        return kind.equals("realm");
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
