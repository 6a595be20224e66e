package io.lava4j.core.schema;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields that core declares for every spec of a kind: a type may describe and narrow them, and not redefine them. */
final class BaseFields {

    private static final Set<String> DESCRIBING = Set.of("title", "description", "default", "examples", "expects");

    private BaseFields() {}

    /** @throws IllegalArgumentException if a field is not what core declares */
    static void requireKept(String kind, JsonNode base, JsonNode folded) {
        base.properties()
                .forEach(field -> requireKept(kind, field.getKey(), field.getValue(), folded.get(field.getKey())));
    }

    private static void requireKept(String kind, String field, JsonNode base, JsonNode folded) {
        ((ObjectNode) base).properties().forEach(keyword -> {
            boolean kept =
                    DESCRIBING.contains(keyword.getKey()) || keyword.getValue().equals(folded.get(keyword.getKey()));
            if (!kept) {
                throw new IllegalArgumentException("property '" + field + "' is one that every " + kind
                        + " has, and its '" + keyword.getKey() + "' is " + keyword.getValue()
                        + "; leave that out, or give the property another name");
            }
        });
    }
}
