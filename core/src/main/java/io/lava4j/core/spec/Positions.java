package io.lava4j.core.spec;

import java.util.Optional;

/** Where the keys and values of a document stand, by JSON Pointer. Lines and columns count from 1. */
public final class Positions {

    private final String name;
    private final boolean lines;
    private final Place root = new Place();

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

    /** The place of the whole. */
    Place root() {
        return root;
    }

    /**
     * The place of a value.
     *
     * @param pointer its pointer
     * @return {@code name:line:column}; the name alone when it is not in the document
     */
    public String valuePlace(String pointer) {
        return place(find(pointer).map(Place::value));
    }

    /**
     * The place of a field's name.
     *
     * @param pointer the field's pointer
     * @return {@code name:line:column}; the name alone when it is not in the document
     */
    public String keyPlace(String pointer) {
        return place(find(pointer).map(Place::key));
    }

    /** The place of a field's name, in messages. */
    String keyPlace(Place place) {
        return place(Optional.of(place.key()));
    }

    private Optional<Place> find(String pointer) {
        Optional<Place> here = Optional.of(root);
        for (String part : Pointers.parts(pointer)) {
            here = here.flatMap(place -> place.find(part));
        }
        return here;
    }

    private String place(Optional<String> position) {
        return position.filter(known -> lines && !known.isEmpty())
                .map(known -> name + ":" + known)
                .orElse(name);
    }
}
