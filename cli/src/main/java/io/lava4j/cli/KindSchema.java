package io.lava4j.cli;

import io.lava4j.core.TypeSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One schema for all specs of a kind: what each must have, whatever its type, and, by its type, what else. So an editor needs
 * to know of a file only where it lies. All in one file: editors differ in how they find a second.
 */
final class KindSchema {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode root;
    private final JsonNode common;

    private KindSchema(TypeSchema any) {
        root = read(any);
        common = root.get("properties").deepCopy();
    }

    /**
     * Makes it.
     *
     * @param any what every spec of the kind has
     * @param types those of the kind
     */
    static ObjectNode of(TypeSchema any, List<TypeSchema> types) {
        KindSchema schema = new KindSchema(any);
        schema.root.remove("$id");
        schema.root.put("title", "A " + any.kind() + " of lava");
        schema.offer(types);
        // Types that are one share what they have.
        types.stream().map(type -> same(type, types)).distinct().forEach(schema::add);
        return schema.root;
    }

    private static List<TypeSchema> same(TypeSchema type, List<TypeSchema> all) {
        return all.stream()
                .filter(other -> other.equals(type) || type.synonyms().contains(other.type()))
                .toList();
    }

    /** Their names are offered; in any case they are accepted. */
    private void offer(List<TypeSchema> types) {
        ObjectNode field = (ObjectNode) root.get("properties").get("type");
        field.remove("examples");
        ArrayNode choices = field.putArray("anyOf");
        ObjectNode names = choices.addObject();
        types.forEach(type -> names.withArray("enum").add(type.type()));
        types.forEach(type -> names.withArray("markdownEnumDescriptions")
                .add(read(type).path("description").asString("")));
        choices.addObject().put("pattern", pattern(types.stream()));
    }

    private void add(List<TypeSchema> same) {
        TypeSchema type = same.get(0);
        ObjectNode choice = root.withArray("allOf").addObject();
        ObjectNode condition = choice.putObject("if");
        condition.putObject("properties").putObject("type").put("pattern", pattern(same.stream()));
        condition.putArray("required").add("type");
        choice.putObject("then").put("$ref", "#/$defs/" + type.type());
        root.withObject("/$defs").set(type.type(), rest(read(type)));
    }

    private static String pattern(Stream<TypeSchema> types) {
        return types.map(type -> read(type).at("/properties/type/pattern").asString())
                .reduce((one, other) -> one + "|" + other)
                .orElse("^$");
    }

    /** What is not said of all specs already: an editor would say it twice. */
    private ObjectNode rest(ObjectNode schema) {
        schema.remove(List.of("$schema", "$id"));
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        schema.get("properties").properties().forEach(property -> {
            boolean said =
                    property.getKey().equals("type") || property.getValue().equals(common.get(property.getKey()));
            properties.put(property.getKey(), said ? JSON.getNodeFactory().booleanNode(true) : property.getValue());
        });
        schema.putObject("properties").setAll(properties);
        ArrayNode needed = JSON.createArrayNode();
        schema.path("required").valueStream().filter(field -> !isCommon(field)).forEach(needed::add);
        schema.set("required", needed);
        return schema;
    }

    private boolean isCommon(JsonNode required) {
        return root.path("required").valueStream().anyMatch(required::equals);
    }

    private static ObjectNode read(TypeSchema schema) {
        return (ObjectNode) JSON.readTree(schema.json());
    }
}
