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

    private static final String CLEAR = "\r\033[K";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream programs = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(5);

    @Test
    void anEventClearsTheProgressLineFirst() {
        RunScreen screen = screen(true);
        screen.progress(1_000, 4_000);
        screen.event("loaded");
        assertEquals(CLEAR + "1.0 KB of 4.0 KB, 25 %" + CLEAR + "loaded\n", text());
    }

    @Test
    void progressIsRewrittenTenTimesASecondAtMost() {
        RunScreen screen = screen(true);
        screen.progress(0, 4_000);
        clock.addAndGet(99_999_999);
        screen.progress(1_000, 4_000);
        clock.addAndGet(1);
        screen.progress(2_000, 4_000);
        assertEquals(CLEAR + "0 bytes of 4.0 KB, 0 %" + CLEAR + "2.0 KB of 4.0 KB, 50 %", text());
    }

    @Test
    void theEndIsAlwaysShown() {
        RunScreen screen = screen(true);
        screen.progress(3_000, 4_000);
        screen.progress(4_000, 4_000);
        assertEquals(CLEAR + "3.0 KB of 4.0 KB, 75 %" + CLEAR + "4.0 KB of 4.0 KB, 100 %", text());
    }

    @Test
    void withoutATerminalThereIsNoProgress() {
        RunScreen screen = screen(false);
        screen.progress(1_000, 4_000);
        screen.event("loaded");
        assertEquals("loaded\n", text());
    }

    @Test
    void whatAProgramWritesClearsTheProgressLineFirst() {
        RunScreen screen = screen(true);
        screen.progress(1_000, 4_000);
        screen.output(Channel.OUT, bytes("out"));
        assertEquals(CLEAR + "1.0 KB of 4.0 KB, 25 %" + CLEAR, text());
        assertEquals("out", programs.toString(StandardCharsets.UTF_8));
        screen.progress(4_000, 4_000);
        screen.output(Channel.ERR, bytes("err"));
        assertTrue(text().endsWith("100 %" + CLEAR + "err"), text());
        assertEquals("out", programs.toString(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RunScreen screen(boolean terminal) {
        StatusStream status = new StatusStream(written, terminal);
        PrintStream err = new PrintStream(status, true, StandardCharsets.UTF_8);
        return new RunScreen(err, status, true, Optional.of(new PrintStream(programs, true)), clock::get);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
