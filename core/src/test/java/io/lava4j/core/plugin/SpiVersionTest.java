package io.lava4j.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which plugins run on which core. */
final class SpiVersionTest {

    @ParameterizedTest
    @CsvSource({
        "0.1.0, 0.1.0, true",
        "0.1.0-SNAPSHOT, 0.1.7, true",
        "0.2.0, 0.1.0, false",
        "0.1.0, 0.2.0, false",
        "1.0, 0.9, false",
        "1.3.0, 1.0.5, true",
        "1.3.0, 1.3.9, true",
        "1.3.0, 1.4.0, false",
        "2.0.0, 1.9.0, false"
    })
    void aMinorVersionBreaksBeforeOneAndAddsAfterwards(String core, String compiledFor, boolean runs) {
        assertEquals(
                runs,
                SpiVersion.of(core)
                        .orElseThrow()
                        .runs(SpiVersion.of(compiledFor).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"0.1.0-SNAPSHOT, 0.1", "1.0.3, 1.0", "1.3.0, 1.0 to 1.3"})
    void theRangeIsTold(String core, String range) {
        assertEquals(range, SpiVersion.of(core).orElseThrow().range());
    }

    @ParameterizedTest
    @CsvSource({"unknown", "1", "v1.0", "99999999999.0"})
    void whatIsNoVersionIsNotCompared(String text) {
        assertEquals(Optional.empty(), SpiVersion.of(text));
    }

    @Test
    void aVersionMayHaveTwoParts() {
        assertEquals(Optional.of(new SpiVersion(1, 2)), SpiVersion.of("1.2"));
    }
}
