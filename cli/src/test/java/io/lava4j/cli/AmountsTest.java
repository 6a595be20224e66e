package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.0 KB",
        "999949, 999.9 KB",
        "999950, 1.0 MB",
        "74246996, 74.2 MB",
        "2000000000, 2.0 GB",
        "9223372036854775807, 9.2 EB"
    })
    void sizesAreInPowersOfAThousand(long bytes, String text) {
        assertEquals(text, Amounts.size(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "4930, 4.9 s",
        "59949, 59.9 s",
        "59950, 1 min 00 s",
        "125000, 2 min 05 s",
        "3599400, 59 min 59 s",
        "3720000, 1 h 02 min"
    })
    void timesGetCoarserAsTheyGetLonger(long millis, String text) {
        assertEquals(text, Amounts.time(Duration.ofMillis(millis)));
    }
}
