package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProseTest {

    private static final String HOSTILE = "table '\33[2J\33]0;owned\7t\u009b31m': refused";
    private static final String HARMLESS = "table '\ufffd[2J\ufffd]0;owned\ufffdt\ufffd31m': refused";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Prose prose = new Prose(new PrintStream(written, true, StandardCharsets.UTF_8), 200, new Ink(false));

    @Test
    void whatOthersWroteDoesNotControlTheTerminal() {
        prose.fault(HOSTILE);
        prose.tell(HOSTILE);
        prose.remark(HOSTILE);

        assertEquals("lava: " + HARMLESS + "\n" + HARMLESS + "\nlava: " + HARMLESS + "\n", text());
    }

    @Test
    void linesAndTabsStay() {
        prose.fault("two\nlines\tand a tab");

        assertEquals("lava: two\nlines\tand a tab\n", text());
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
