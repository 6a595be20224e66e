package io.lava4j.core.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearMissTest {

    private static final List<String> KNOWN = List.of("host", "port", "database", "password", "preserve_case");

    @ParameterizedTest
    @CsvSource({"hots, host", "Port, port", "databse, database", "pasword, password", "preserveCase, preserve_case"})
    void findsWhatWasMeant(String wrong, String meant) {
        assertEquals(Optional.of(meant), NearMiss.of(wrong, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({"x", "colour", "hostname_of_it"})
    void staysSilentWhenNothingIsNear(String wrong) {
        assertEquals("", NearMiss.hint(wrong, KNOWN));
    }

    @Test
    void staysSilentOnAVeryLongName() {
        assertEquals("", NearMiss.hint("host".repeat(100_000), KNOWN));
    }
}
