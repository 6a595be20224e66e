package io.lava4j.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of {@code make fuzz} that is the same each time and takes seconds. */
final class SeededTest {

    @ParameterizedTest
    @EnumSource
    void nothingEscapes(Kind kind) {
        Seeded.tryOut(kind.toString(), kind.property, kind.some);
        long cases = Seeded.cases(kind.some);
        long checked = kind.property.checked().orElse(cases);
        assertTrue(checked >= cases / 3, () -> kind + ": all but " + checked + " of " + cases + " cases were refused");
    }
}
