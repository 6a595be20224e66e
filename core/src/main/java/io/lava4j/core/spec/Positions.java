package io.lava4j.core.spec;

import java.util.HashMap;
import java.util.Map;

/** Where the keys and values of a document stand, by JSON Pointer. Lines and columns count from 1. */
public final class Positions {

    private final String name;
    private final boolean lines;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    /**
     * Knows no place yet.
     *
     * @param name of the document
     * @param lines whether its lines mean something
     */
    Positions(String name, boolean lines) {
        this.name = name;
        this.lines = lines;
    }

    void key(String pointer, int line, int column) {
        keys.put(pointer, line + ":" + column);
    }

    void value(String pointer, int line, int column) {
        values.put(pointer, line + ":" + column);
    }

    /**
     * The place of a value.
     *
     * @param pointer its pointer
     * @return {@code name:line:column}; the name alone when it is not in the document
     */
    public String valuePlace(String pointer) {
        return place(values, pointer);
    }

    /**
     * The place of a field's name.
     *
     * @param pointer the field's pointer
     * @return {@code name:line:column}; the name alone when it is not in the document
     */
    public String keyPlace(String pointer) {
        return place(keys, pointer);
    }

    private String place(Map<String, String> known, String pointer) {
        String position = known.get(pointer);
        return position == null || !lines ? name : name + ":" + position;
    }
}
