package io.lava4j.fuzz;

import java.util.List;

/** What a case is made of. */
public interface Choices {

    /** A number, both ends included. */
    int number(int least, int most);

    /** A text of a few characters, any of them. */
    String anything(int most);

    default boolean yes() {
        return number(0, 1) == 1;
    }

    default <T> T one(List<T> of) {
        return of.get(number(0, of.size() - 1));
    }
}
