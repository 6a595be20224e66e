package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void theLineHoldsBytesRateAndTimeLeft() {
        assertEquals(
                "20.0 MB of 80.0 MB, 25 %, 10.0 MB/s, 6.0 s left",
                new Progress(20_000_000, 80_000_000, Duration.ofSeconds(2)).line());
    }

    @Test
    void tooEarlyForARateThereIsNone() {
        assertEquals("1.0 MB of 80.0 MB, 1 %", new Progress(1_000_000, 80_000_000, Duration.ofMillis(499)).line());
        assertEquals("0 bytes of 80.0 MB, 0 %", new Progress(0, 80_000_000, Duration.ofSeconds(9)).line());
    }

    @Test
    void whenAllIsHandedOverNoTimeIsLeft() {
        assertEquals(
                "80.0 MB of 80.0 MB, 100 %, 10.0 MB/s",
                new Progress(80_000_000, 80_000_000, Duration.ofSeconds(8)).line());
    }

    @Test
    void emptyDataIsComplete() {
        assertEquals("0 bytes of 0 bytes, 100 %", new Progress(0, 0, Duration.ZERO).line());
    }

    @Test
    void theLongestLineFitsATerminal() {
        String line = new Progress(99_949, 999_900_000_000_000_000L, Duration.ofMillis(500)).line();
        assertTrue(line.length() < 80, line);
    }
}
