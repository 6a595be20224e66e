package io.lava4j.core.schema;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fields that core declares for every spec of a kind: a type may describe and narrow them, and not redefine them. */
final class BaseFields {

    /** The keywords that core's own fields have to say what they must be; all others describe. */
    private static final Set<String> KEPT = Set.of("type", "enum", "pattern", "minLength", "minimum", "maximum");

    private BaseFields() {}

    /** @throws IllegalArgumentException if a field is not what core declares */
    static void requireKept(String kind, JsonNode base, JsonNode folded) {
        base.properties()
                .forEach(field -> requireKept(kind, field.getKey(), field.getValue(), folded.get(field.getKey())));
    }

    private static void requireKept(String kind, String field, JsonNode base, JsonNode folded) {
        base.properties().forEach(keyword -> {
            boolean redefined =
                    KEPT.contains(keyword.getKey()) && !keyword.getValue().equals(folded.get(keyword.getKey()));
            if (redefined) {
                throw new IllegalArgumentException("property '" + field + "' is one that every " + kind
                        + " has, and its '" + keyword.getKey() + "' is " + keyword.getValue()
                        + "; leave that out, or give the property another name");
            }
        });
    }
}
