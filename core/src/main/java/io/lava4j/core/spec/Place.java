package io.lava4j.core.spec;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where a value of a document stands, its name, and what it holds. A tree of names, as long pointers would repeat them. */
final class Place {

    private final Map<String, Place> members = new HashMap<>(0);
    private String key = "";
    private String value = "";

    /** What is called so in it; the same each time. */
    Place member(String name) {
        return members.computeIfAbsent(name, fresh -> new Place());
    }

    Optional<Place> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    void key(int line, int column) {
        key = line + ":" + column;
    }

    void value(int line, int column) {
        value = line + ":" + column;
    }

    String key() {
        return key;
    }

    String value() {
        return value;
    }
}
