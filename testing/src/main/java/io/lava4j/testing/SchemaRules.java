package io.lava4j.testing;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lava4j.core.spi.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a type's schema, as core publishes it, must keep to. */
final class SchemaRules {

    private static final Set<String> SUBSCHEMAS = Set.of("properties", "patternProperties", "$defs");
    private static final Set<String> KEYWORDS = Set.of(
            ("$schema $id $ref $defs $comment type enum const title description default examples deprecated readOnly"
                            + " writeOnly properties patternProperties additionalProperties propertyNames required"
                            + " minProperties maxProperties dependentRequired items prefixItems contains minItems maxItems"
                            + " uniqueItems minLength maxLength pattern format minimum maximum exclusiveMinimum"
                            + " exclusiveMaximum multipleOf allOf anyOf oneOf not if then else contentMediaType"
                            + " requiredOrSecret requiredToRun fromSecret expects documented requirement")
                    .split(" "));

    /** A name that ends so holds a secret; one such as secret_id does not. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(^|.*[^a-z])(password|passphrase|passwd|secret|token|credentials?|(private|api|access)_?key)");

    private SchemaRules() {}

    static List<String> notOfDraft202012(String schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(read(schema))
                .stream()
                .map(Error::toString)
                .toList();
    }

    static List<String> unknownKeywords(String schema) {
        List<String> unknown = new ArrayList<>();
        keywords("", read(schema), unknown);
        return unknown;
    }

    /** Fields, at any depth, that lack a description. */
    static List<String> undescribed(String schema) {
        List<String> found = new ArrayList<>();
        fields("", read(schema), (pointer, name, field) -> {
            if (field.path("description").asString("").isBlank()) {
                found.add(pointer);
            }
        });
        return found;
    }

    /** Fields, at any depth, whose names sound secret and that are not marked so. */
    static List<String> unmarkedSecrets(String schema) {
        List<String> found = new ArrayList<>();
        fields("", read(schema), (pointer, name, field) -> {
            if (SECRET.matcher(name).matches() && !field.path("writeOnly").asBoolean(false)) {
                found.add(pointer);
            }
        });
        return found;
    }

    /** Values, at any depth, of fields that are marked secret. */
    static Stream<Secret> secrets(String schema, Map<String, Object> fields) {
        return secrets(read(schema), false, fields);
    }

    private static Stream<Secret> secrets(JsonNode schema, boolean within, Object value) {
        boolean secret = within || schema.path("writeOnly").asBoolean(false);
        if (value instanceof Map<?, ?> object) {
            JsonNode properties = schema.path("properties");
            return object.entrySet().stream()
                    .flatMap(field -> secrets(properties.path((String) field.getKey()), secret, field.getValue()));
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(item -> secrets(schema.path("items"), secret, item));
        }
        return secret ? Stream.of(new Secret(String.valueOf(value))) : Stream.of();
    }

    private static void keywords(String pointer, JsonNode schema, List<String> unknown) {
        schema.properties().forEach(entry -> {
            String here = pointer + "/" + entry.getKey();
            if (!KEYWORDS.contains(entry.getKey())) {
                unknown.add(here);
            } else if (SUBSCHEMAS.contains(entry.getKey())) {
                entry.getValue()
                        .properties()
                        .forEach(field -> keywords(here + "/" + field.getKey(), field.getValue(), unknown));
            } else if (entry.getKey().equals("items") || entry.getKey().equals("additionalProperties")) {
                keywords(here, entry.getValue(), unknown);
            }
        });
    }

    private static void fields(String pointer, JsonNode schema, Visitor visitor) {
        schema.path("properties").properties().forEach(entry -> {
            String here = pointer + "/" + entry.getKey();
            visitor.field(here, entry.getKey(), entry.getValue());
            fields(here, entry.getValue(), visitor);
        });
        if (schema.has("items")) {
            fields(pointer, schema.get("items"), visitor);
        }
    }

    private static JsonNode read(String schema) {
        return JsonMapper.shared().readTree(schema);
    }

    private interface Visitor {
        void field(String pointer, String name, JsonNode schema);
    }
}
