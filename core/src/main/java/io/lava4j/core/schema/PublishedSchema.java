package io.lava4j.core.schema;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A flat schema as others get it: with a name, and with what core itself looks at beside the schema. */
record PublishedSchema(ObjectNode node) {

    private static final JsonMapper MAPPER = new JsonMapper();

    String text(String kind, String type) {
        ObjectNode copy = MAPPER.createObjectNode();
        copy.set("$schema", node.get("$schema"));
        copy.put("$id", "lava4j:" + kind + (type.isEmpty() ? "" : "/" + type));
        copy.put("title", node.path("title").asString(type.isEmpty() ? kind : type));
        node.properties().forEach(entry -> copy.putIfAbsent(entry.getKey(), entry.getValue()));
        if (!type.isEmpty()) {
            copy.path("examples").valueStream().forEach(example -> ofType(example, type));
            nameType((ObjectNode) copy.get("properties").get("type"), type);
        }
        if (node.has("requiredOrSecret")) {
            copy.putObject("if").putArray("required").add("secret_id");
            copy.putObject("else").set("required", node.get("requiredOrSecret"));
        }
        return copy.toPrettyString();
    }

    /** Types with one schema have its examples too. */
    private static void ofType(JsonNode example, String type) {
        if (example instanceof ObjectNode spec) {
            spec.put("type", type);
        }
    }

    private static void nameType(ObjectNode field, String type) {
        field.put("pattern", inAnyCase(type));
        field.put("expects", "the type " + type + ", in any case");
        field.putArray("examples").add(type);
    }

    /** The standard's patterns have no flag for it. */
    private static String inAnyCase(String type) {
        return type.chars()
                .mapToObj(letter -> (char) letter)
                .map(letter -> Character.isLetter(letter)
                        ? "[" + letter + Character.toUpperCase(letter) + "]"
                        : quoted(letter))
                .collect(Collectors.joining("", "^", "$"));
    }

    private static String quoted(char character) {
        return Character.isDigit(character) || "_-".indexOf(character) >= 0 ? "" + character : "\\" + character;
    }
}
