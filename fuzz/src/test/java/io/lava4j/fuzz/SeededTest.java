package io.lava4j.fuzz;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of {@code make fuzz} that is the same each time and takes seconds. */
final class SeededTest {

    @ParameterizedTest
    @EnumSource
    void nothingEscapes(Kind kind) {
        Seeded.tryOut(kind.toString(), kind.property, kind.some);
    }
}
