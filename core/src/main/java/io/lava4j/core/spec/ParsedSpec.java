package io.lava4j.core.spec;

import io.lava4j.core.store.SpecStore.Document;
import java.util.Map;
import java.util.Optional;

/**
 * A spec that could be read; not validated yet.
 *
 * @param document what it was read from
 * @param fields what it holds: strings, numbers, booleans, null, and lists and maps of these
 * @param positions where they stand
 */
public record ParsedSpec(Document document, Map<String, Object> fields, Positions positions) {

    /**
     * A field that is a string.
     *
     * @param field its name
     * @return its text; empty when it is absent or something else
     */
    public Optional<String> text(String field) {
        return fields.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * The type, which is matched without regard to case.
     *
     * @return in lower case; empty when there is none
     */
    public Optional<String> type() {
        return text("type").map(type -> type.toLowerCase(java.util.Locale.ROOT));
    }
}
