package io.lava4j.fuzz;

import java.util.OptionalLong;

/** What must hold of whatever a case is made of. */
public interface Property {

    /**
     * Makes one case and tries it.
     *
     * @param data what it is made of
     * @throws AssertionError when the property does not hold; any other exception means the same
     */
    void holds(Choices data) throws Exception;

    /** How many cases came to be checked so far, where one may be refused before, which proves little; none: all do. */
    default OptionalLong checked() {
        return OptionalLong.empty();
    }
}
