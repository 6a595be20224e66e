package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProseTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Ink ink = new Ink(true);
    private final Prose prose = new Prose(new PrintStream(written, true, StandardCharsets.UTF_8), 80, ink);

    @Test
    void aNameCannotCommandTheTerminal() {
        prose.say("object 's3://b/\033[2J\033]0;title\007\u009b8m\033[8m\b\u007f' \tfound");
        prose.fault("object 's3://b/\033[1A\033[2K' is missing");

        assertEquals(
                "object 's3://b/?[2J?]0;title??8m?[8m??' \tfound\n" + ink.bad("lava:")
                        + " object 's3://b/?[1A?[2K' is missing\n",
                written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void ourOwnColoursStay() {
        prose.say("job 'x' " + ink.good("succeeded"));

        assertEquals("job 'x' " + ink.good("succeeded") + "\n", written.toString(StandardCharsets.UTF_8));
    }
}
