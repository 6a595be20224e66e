package io.lava4j.core.schema;

import com.networknt.schema.Error;
import io.lava4j.core.error.NearMiss;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spec.Pointers;
import io.lava4j.core.spec.Positions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in our words what a validator found; the library's own follow the machine's language. */
final class Messages {

    private static final int LONGEST_VALUE = 80;

    private final JsonNode schema;
    private final JsonNode instance;
    private final Set<String> hidden;

    Messages(JsonNode schema, JsonNode instance, Set<String> hidden) {
        this.schema = schema;
        this.instance = instance;
        this.hidden = hidden;
    }

    Violation violation(Error error, Positions positions) {
        String pointer = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> {
                String field = pointer + "/" + Pointers.escape(error.getProperty());
                yield new Violation(
                        positions.keyPlace(field),
                        field,
                        "is not a known field" + NearMiss.hint(error.getProperty(), fieldsAt(pointer)));
            }
            case "required" ->
                new Violation(
                        positions.valuePlace(pointer),
                        pointer + "/" + Pointers.escape(error.getProperty()),
                        "is missing: it must be given");
            default ->
                new Violation(
                        positions.valuePlace(pointer),
                        pointer,
                        shown(pointer) + ": expected " + expected(error, pointer));
        };
    }

    private String expected(Error error, String pointer) {
        JsonNode field = schemaAt(pointer);
        if (field.has("expects")) {
            return field.get("expects").asString();
        }
        JsonNode limit = field.path(error.getKeyword());
        return switch (error.getKeyword()) {
            case "type" -> types(limit);
            case "enum" -> "one of " + names(limit) + NearMiss.hint(textAt(pointer), texts(limit));
            case "const" -> limit.toString();
            case "minimum" -> limit + " or more";
            case "maximum" -> limit + " or less";
            case "minLength" -> limit.asInt() == 1 ? "some text" : "at least " + limit + " characters";
            case "maxLength" -> "at most " + limit + " characters";
            case "minItems" -> limit.asInt() == 1 ? "at least one entry" : "at least " + limit + " entries";
            case "maxItems" -> "at most " + limit + " entries";
            case "uniqueItems" -> "no entry twice";
            case "pattern" -> "text that matches " + limit.asString();
            case "exclusiveMinimum" -> "more than " + limit;
            case "exclusiveMaximum" -> "less than " + limit;
            default -> error.getKeyword() + " " + limit;
        };
    }

    private static String types(JsonNode type) {
        List<String> names = type.isArray() ? texts(type) : List.of(type.asString());
        return names.stream()
                .map(name -> switch (name) {
                    case "array" -> "a list";
                    case "object", "integer" -> "an " + name;
                    case "null" -> "null";
                    default -> "a " + name;
                })
                .collect(Collectors.joining(" or "));
    }

    private static String names(JsonNode values) {
        return texts(values).stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asString).toList();
    }

    private List<String> fieldsAt(String pointer) {
        return List.copyOf(schemaAt(pointer).path("properties").propertyNames());
    }

    private String textAt(String pointer) {
        return instance.at(pointer).asString("");
    }

    private String shown(String pointer) {
        if (isHidden(pointer)) {
            return "(hidden)";
        }
        JsonNode value = instance.at(pointer);
        if (value.isContainer()) {
            return value.isArray() ? "a list" : "an object";
        }
        String text = value.isString() ? value.asString() : value.toString();
        return "'" + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text) + "'";
    }

    /** What is in a secret is one too. */
    private boolean isHidden(String pointer) {
        return hidden.contains(pointer)
                || schemaAt(pointer).path("writeOnly").asBoolean(false)
                || !pointer.isEmpty() && isHidden(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private JsonNode schemaAt(String pointer) {
        JsonNode here = schema;
        for (String part : Pointers.parts(pointer)) {
            JsonNode property = here.path("properties").path(part);
            here = !property.isMissingNode() ? property : deeper(here);
        }
        return here;
    }

    private static JsonNode deeper(JsonNode here) {
        return here.has("items") ? here.path("items") : here.path("additionalProperties");
    }
}
