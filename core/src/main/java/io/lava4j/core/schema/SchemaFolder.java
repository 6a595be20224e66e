package io.lava4j.core.schema;

import io.lava4j.core.error.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Folds what core, an extended type and a type itself declare into one flat, closed schema.
 *
 * <p>Flat, because with {@code $ref} and {@code unevaluatedProperties} a validator reports one fault several times.
 */
final class SchemaFolder {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String REF = "$ref";
    private static final String SCHEME = "lava4j:";
    private static final String EXTENDED = SCHEME + "connector/";
    private static final JsonNode VALUE_KINDS = MAPPER.readTree(resource("values.json"));

    private final UnaryOperator<String> schemaOfType;

    /** @param schemaOfType gives the schema text of a connector type that another extends */
    SchemaFolder(UnaryOperator<String> schemaOfType) {
        this.schemaOfType = schemaOfType;
    }

    /**
     * Folds.
     *
     * @param base name of core's part: connection, job or realm
     * @param own the type's own schema text
     * @return the flat schema
     * @throws IllegalArgumentException if it is not a schema of the shape that the SPI asks for
     */
    ObjectNode fold(String base, String own) {
        ObjectNode flat = MAPPER.createObjectNode();
        flat.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        flat.put("type", "object");
        flat.putObject("properties");
        ObjectNode core = parse(resource(base + ".json"));
        merge(flat, core, new LinkedHashSet<>());
        merge(flat, parse(own), new LinkedHashSet<>());
        flat.put("additionalProperties", false);
        flat.putObject("patternProperties").putObject("^[Xx]-");
        inlineValueKinds(flat);
        inlineValueKinds(core);
        BaseFields.requireKept(base, core.get("properties"), flat.get("properties"));
        hidePassword(flat);
        return flat;
    }

    /** The connector type that a schema without fault extends. */
    static Optional<String> extendedType(String own) {
        return Optional.ofNullable(parse(own).get(REF))
                .map(reference -> reference.asString().substring(EXTENDED.length()));
    }

    private void merge(ObjectNode flat, ObjectNode part, Set<String> extending) {
        if (part.has(REF)) {
            merge(flat, extended(part.get(REF).asString(), extending), extending);
        }
        part.properties().forEach(entry -> {
            switch (entry.getKey()) {
                case "properties" -> properties(flat, entry.getValue());
                case "required", "requiredOrSecret", "requiredToRun", "documented" ->
                    union(flat.withArray(entry.getKey()), entry.getValue());
                case "title", "description", "examples" -> flat.set(entry.getKey(), entry.getValue());
                case REF, "$schema", "$id", "type" -> {}
                default ->
                    throw new IllegalArgumentException(
                            "'" + entry.getKey()
                                    + "' stands at the root: expected properties, required, requiredOrSecret, requiredToRun, documented or $ref");
            }
        });
    }

    private static void properties(ObjectNode flat, JsonNode properties) {
        ObjectNode target = (ObjectNode) flat.get("properties");
        properties.properties().forEach(property -> {
            JsonNode known = target.get(property.getKey());
            ObjectNode merged = known instanceof ObjectNode object ? object.deepCopy() : MAPPER.createObjectNode();
            if (!(property.getValue() instanceof ObjectNode own)) {
                throw new IllegalArgumentException("property '" + property.getKey() + "' is no object");
            }
            merged.setAll(own);
            target.set(property.getKey(), merged);
        });
    }

    private ObjectNode extended(String reference, Set<String> extending) {
        if (!reference.startsWith(EXTENDED) || !extending.add(reference)) {
            throw new IllegalArgumentException(
                    "'" + reference + "' cannot be extended: expected " + EXTENDED + "TYPE, and no circle");
        }
        try {
            return parse(schemaOfType.apply(reference.substring(EXTENDED.length())));
        } catch (PluginException unusable) {
            throw new IllegalArgumentException(
                    "'" + reference + "' cannot be extended: " + unusable.getMessage(), unusable);
        }
    }

    private static void union(ArrayNode target, JsonNode names) {
        names.forEach(name -> {
            if (target.valueStream().noneMatch(name::equals)) {
                target.add(name);
            }
        });
    }

    private static void inlineValueKinds(JsonNode node) {
        if (node instanceof ObjectNode object && object.has(REF)) {
            String reference = object.remove(REF).asString();
            JsonNode kind = VALUE_KINDS.get(reference.startsWith(SCHEME) ? reference.substring(SCHEME.length()) : "");
            if (kind == null) {
                throw new IllegalArgumentException("'" + reference + "' is no value kind: expected "
                        + VALUE_KINDS.propertyNames().stream()
                                .map(SCHEME::concat)
                                .toList());
            }
            kind.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue()));
        }
        node.forEach(SchemaFolder::inlineValueKinds);
    }

    /** It holds a name, and by mistake the password itself: no message shows it, whatever the type's schema says. */
    private static void hidePassword(ObjectNode flat) {
        if (flat.path("properties").get("password") instanceof ObjectNode password) {
            password.put("writeOnly", true);
        }
    }

    private static ObjectNode parse(String text) {
        if (tree(text) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("a schema must be a JSON object");
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException faulty) {
            TokenStreamLocation place = faulty.getLocation();
            throw new IllegalArgumentException(
                    "it is no JSON: line " + place.getLineNr() + ", column " + place.getColumnNr() + ": "
                            + faulty.getOriginalMessage(),
                    faulty);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = SchemaFolder.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
