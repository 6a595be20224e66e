package io.lava4j.core.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON Pointers (RFC 6901) into plain values. */
public final class Pointers {

    private Pointers() {}

    /**
     * A field's name as a part of a pointer.
     *
     * @param name any text
     * @return the escaped text
     */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * The value at a pointer.
     *
     * @param root maps, lists and scalars
     * @param pointer where to look
     * @return the value; empty when there is none, or null
     */
    public static Optional<Object> find(Object root, String pointer) {
        Object here = root;
        for (String part : parts(pointer)) {
            here = step(here, part);
        }
        return Optional.ofNullable(here);
    }

    /**
     * The names and indexes that a pointer goes through.
     *
     * @param pointer empty, or beginning with a slash
     * @return its parts, unescaped
     */
    public static List<String> parts(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : List.of(pointer.substring(1).split("/", -1)).stream()
                        .map(part -> part.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }

    private static Object step(Object here, String part) {
        if (here instanceof Map<?, ?> map) {
            return map.get(part);
        }
        if (here instanceof List<?> list && part.matches("[0-9]{1,9}") && Integer.parseInt(part) < list.size()) {
            return list.get(Integer.parseInt(part));
        }
        return null;
    }
}
