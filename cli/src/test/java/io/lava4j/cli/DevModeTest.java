package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.Listener.Channel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets what a program writes. */
class DevModeTest {

    @Test
    void inDevModeEachChannelIsItsOwn() {
        CommandRun run = running();
        assertEquals(0, run.lava("run", "nightly", "--dev"));
        assertEquals("out" + "job 'nightly' done" + System.lineSeparator(), run.out());
        assertEquals("err", run.err());
    }

    @Test
    void inDevModeWithJsonStdoutIsForTheResultAlone() {
        CommandRun run = running();
        assertEquals(0, run.lava("run", "nightly", "--dev", "--json"));
        assertEquals("{", run.out().substring(0, 1));
        assertEquals("outerr", run.err());
    }

    @Test
    void withoutATerminalOutputIsNotHeardUnlessAskedFor() {
        CommandRun run = running();
        assertEquals(0, run.lava("run", "nightly"));
        assertEquals("", run.err());
        assertEquals("job 'nightly' done" + System.lineSeparator(), run.out());
    }

    @Test
    void onATerminalOutputIsHeardUnlessRefused() {
        CommandRun run = running().onTerminal();
        assertEquals(0, run.lava("run", "nightly"));
        assertEquals("err", run.err());
        CommandRun kept = running().onTerminal();
        assertEquals(0, kept.lava("run", "nightly", "--no-dev"));
        assertEquals("", kept.err());
    }

    private static CommandRun running() {
        return new CommandRun().job((request, listener) -> {
            if (listener.hearsOutput()) {
                tell(listener, Channel.OUT, "out");
                tell(listener, Channel.ERR, "err");
            }
            return CommandRun.done(Map.of("job_id", "nightly", "status", "done"));
        });
    }

    private static void tell(Listener listener, Channel channel, String text) {
        listener.output(channel, text.getBytes(StandardCharsets.UTF_8));
    }
}
