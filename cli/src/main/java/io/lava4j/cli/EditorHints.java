package io.lava4j.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What editors show of a schema beside what the standard knows: the keywords of the language servers for JSON and YAML. */
final class EditorHints {

    private EditorHints() {}

    /** The same schema, in which descriptions are Markdown too, and a wrong value is told with what was expected. */
    static ObjectNode in(ObjectNode schema) {
        add(schema);
        return schema;
    }

    private static void add(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(keyword -> !keyword.getKey().equals("examples"))
                    .forEach(keyword -> add(keyword.getValue()));
            String description = object.path("description").asString("");
            if (description.contains("`")) {
                object.put("markdownDescription", MarkdownText.prose(description));
            }
            JsonNode expects = object.path("expects");
            if (expects.isString()) {
                object.put("errorMessage", "expected " + expects.asString());
                object.put("patternErrorMessage", "expected " + expects.asString());
            }
        }
    }
}
