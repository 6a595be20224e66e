package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @Test
    void aStreamThatIsNoTerminalHasNoColoursAndNoWidth() {
        Terminal out = Terminal.of(true, false, "80", XTERM);
        assertTrue(out.outInk().shown());
        assertFalse(out.errInk().shown());
        assertFalse(out.rewrites());
        assertEquals(80, out.outWidth());
        assertEquals(Integer.MAX_VALUE, out.errWidth());
        Terminal err = Terminal.of(false, true, "80", XTERM);
        assertFalse(err.outInk().shown());
        assertTrue(err.errInk().shown());
        assertTrue(err.rewrites());
        assertEquals(Integer.MAX_VALUE, err.outWidth());
        assertEquals(80, err.errWidth());
    }

    @Test
    void whoWantsNoColoursGetsNoneAndProgressAllTheSame() {
        Terminal terminal = Terminal.of(true, true, "80", Map.of("TERM", "xterm", "NO_COLOR", "1"));
        assertFalse(terminal.outInk().shown());
        assertFalse(terminal.errInk().shown());
        assertTrue(terminal.rewrites());
        assertTrue(Terminal.of(true, true, "80", Map.of("TERM", "xterm", "NO_COLOR", ""))
                .outInk()
                .shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dumb"})
    void aTerminalThatCanDoNothingGetsPlainTextOfItsWidth(String kind) {
        Terminal terminal = Terminal.of(true, true, "80", Map.of("TERM", kind));
        assertFalse(terminal.outInk().shown());
        assertFalse(terminal.rewrites());
        assertEquals(80, terminal.outWidth());
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "80, 80", "41, 41", "20, 40", "1, 40"})
    void textIsMadeToFitButNotBelowFortyColumns(String columns, int width) {
        assertEquals(width, Terminal.of(true, true, columns, XTERM).outWidth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "wide", "80x24", "123456", " 80"})
    void anUnknownWidthIsNone(String columns) {
        assertEquals(Integer.MAX_VALUE, Terminal.of(true, true, columns, XTERM).outWidth());
    }
}
