package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.Listener.Channel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunScreenTest {

    private static final String CLEAR = "\r\033[J";
    private static final long MINUTE = 60_000_000_000L;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream programs = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(5);

    @Test
    void anEventClearsTheProgressLineFirst() {
        RunScreen screen = screen(true);
        screen.progress(1_000, 4_000);
        screen.event("loaded");
        assertEquals(line("1.0 KB of 4.0 KB, 25 %") + CLEAR + "loaded\n", text());
    }

    @Test
    void progressIsRewrittenTenTimesASecondAtMost() {
        RunScreen screen = screen(true);
        screen.progress(0, 4_000);
        clock.addAndGet(99_999_999);
        screen.progress(1_000, 4_000);
        clock.addAndGet(1);
        screen.progress(2_000, 4_000);
        assertEquals(line("0 bytes of 4.0 KB, 0 %") + line("2.0 KB of 4.0 KB, 50 %"), text());
    }

    @Test
    void theEndIsAlwaysShown() {
        RunScreen screen = screen(true);
        screen.progress(3_000, 4_000);
        screen.progress(4_000, 4_000);
        assertEquals(line("3.0 KB of 4.0 KB, 75 %") + line("4.0 KB of 4.0 KB, 100 %"), text());
    }

    @Test
    void aShortLoadLeavesNoProgressInALog() {
        RunScreen screen = screen(false);
        screen.progress(1_000, 4_000);
        clock.addAndGet(MINUTE - 1);
        screen.progress(4_000, 4_000);
        screen.event("loaded");
        assertEquals("loaded\n", text());
    }

    @Test
    void aLogGetsALineOfProgressAMinute() {
        RunScreen screen = screen(false);
        screen.progress(0, 12_000_000);
        clock.addAndGet(MINUTE);
        screen.progress(3_000_000, 12_000_000);
        screen.progress(3_100_000, 12_000_000);
        clock.addAndGet(MINUTE);
        screen.progress(6_000_000, 12_000_000);
        assertEquals(
                """
                3.0 MB of 12.0 MB, 25 %, 50.0 KB/s, 3 min 00 s left
                6.0 MB of 12.0 MB, 50 %, 50.0 KB/s, 2 min 00 s left
                """,
                text());
    }

    @Test
    void aLogWithoutEventsHasNoProgressEither() {
        RunScreen screen = screen(false, false);
        screen.progress(0, 12_000_000);
        clock.addAndGet(MINUTE);
        screen.progress(3_000_000, 12_000_000);
        assertEquals("", text());
    }

    @Test
    void whatAProgramWritesClearsTheProgressLineFirst() {
        RunScreen screen = screen(true);
        screen.progress(1_000, 4_000);
        screen.output(Channel.OUT, bytes("out"));
        assertEquals(line("1.0 KB of 4.0 KB, 25 %") + CLEAR, text());
        assertEquals("out", programs.toString(StandardCharsets.UTF_8));
        screen.progress(4_000, 4_000);
        screen.output(Channel.ERR, bytes("err"));
        assertTrue(text().endsWith("100 %\r\033[?7h" + CLEAR + "err"), text());
        assertEquals("out", programs.toString(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The line before it is cleared, and this one is cut where the terminal ends. */
    private static String line(String text) {
        return CLEAR + "\033[?7l" + text + "\r\033[?7h";
    }

    private RunScreen screen(boolean rewrites) {
        return screen(rewrites, true);
    }

    private RunScreen screen(boolean rewrites, boolean events) {
        StatusStream status = new StatusStream(written, rewrites);
        PrintStream err = new PrintStream(status, true, StandardCharsets.UTF_8);
        Prose messages = new Prose(err, Integer.MAX_VALUE, new Ink(false));
        return new RunScreen(messages, status, events, Optional.of(new PrintStream(programs, true)), clock::get);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
