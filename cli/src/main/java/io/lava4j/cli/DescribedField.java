package io.lava4j.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A field as its schema describes it.
 *
 * @param name its name
 * @param required whether a spec is of no use without it
 * @param fromSecret whether a secret may give it instead
 * @param description what it means
 * @param schema the rest
 * @param own whether it is lava4j's own, on no page of the original's
 * @param fields the fields of the object that it holds; none when it holds no object of known fields
 */
record DescribedField(
        String name,
        boolean required,
        boolean fromSecret,
        String description,
        JsonNode schema,
        boolean own,
        List<DescribedField> fields) {

    /** Those of the type's page in its order, then all others as they are declared. */
    static List<DescribedField> fieldsOf(JsonNode object) {
        List<String> page =
                object.path("documented").valueStream().map(JsonNode::asString).toList();
        return object.path("properties").properties().stream()
                .map(property -> of(property.getKey(), property.getValue(), object))
                .sorted(Comparator.comparing(DescribedField::own).thenComparing(field -> page.indexOf(field.name())))
                .toList();
    }

    private static DescribedField of(String name, JsonNode schema, JsonNode owner) {
        boolean orSecret = names(owner, "requiredOrSecret", name);
        return new DescribedField(
                name,
                orSecret || names(owner, "required", name) || names(owner, "requiredToRun", name),
                orSecret || schema.has("fromSecret"),
                schema.path("description").asString(schema.path("title").asString("")),
                schema,
                owner.has("documented") && !names(owner, "documented", name),
                fieldsOf(schema));
    }

    private static boolean names(JsonNode owner, String list, String name) {
        return owner.path(list).valueStream().anyMatch(element -> element.asString()
                .equals(name));
    }

    /** The same with another description. */
    DescribedField saying(String other) {
        return new DescribedField(name, required, fromSecret, other, schema, own, fields);
    }

    /** Of the types that a field may have, the first is meant; a text that stands for it is welcome too. */
    String type() {
        JsonNode types = schema.path("type");
        String type = types.isArray() ? types.path(0).asString() : types.asString("");
        return switch (type) {
            case "boolean" -> "Boolean";
            case "integer", "number" -> "Number";
            case "array" -> "List";
            case "object" -> "Map";
            case "string" -> "String";
            default -> schema.has("enum") ? "String" : "Any";
        };
    }

    /** Yes or No, with a star when a secret may give it; or what the page says. */
    String requirement() {
        return schema.path("requirement").asString((required ? "Yes" : "No") + (fromSecret ? "*" : ""));
    }

    /** The description, and what else the schema tells. */
    String sentences() {
        return joined(Stream.concat(meaning(), secrecy()));
    }

    /** The same with values that it may have, unless they are named already. */
    String sentencesAndExamples() {
        return joined(Stream.of(meaning(), Stream.of(examples()), secrecy()).flatMap(said -> said));
    }

    private Stream<String> meaning() {
        return Stream.of(
                schema.path("deprecated").asBoolean(false) ? "Deprecated." : "",
                description,
                type().equals("Number") && schema.has("expects")
                        ? "Expects " + schema.get("expects").asString() + "."
                        : "",
                schema.has("enum") ? "One of " + codes(schema.get("enum")) + "." : "",
                schema.has("default") && !required && !description.contains("efault is")
                        ? "Default `" + text(schema.get("default")) + "`."
                        : "");
    }

    private Stream<String> secrecy() {
        return Stream.of(
                schema.has("fromSecret")
                        ? "In the secret: `" + schema.get("fromSecret").asString() + "`."
                        : "",
                schema.path("writeOnly").asBoolean(false) ? "No message or log shows it." : "");
    }

    private String examples() {
        boolean named = schema.has("enum") || type().equals("Boolean");
        List<String> examples = schema.path("examples")
                .valueStream()
                .map(example -> "`" + text(example) + "`")
                .filter(example -> !named && !description.contains(example))
                .toList();
        return examples.isEmpty() ? "" : "Such as " + String.join(" or ", examples) + ".";
    }

    private static String joined(Stream<String> sentences) {
        return sentences.filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String codes(JsonNode values) {
        return values.valueStream().map(value -> "`" + text(value) + "`").collect(Collectors.joining(", "));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
