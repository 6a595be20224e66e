package io.lava4j.jobs.exe.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.spi.Listener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Output that somebody hears as it comes. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
class LiveOutputTest {

    /** Its reader has the first word, and no other, when the program ends. */
    private static final String TELLS_TWICE = "echo one; until [ -e taken ]; do sleep 0.1; done; echo two";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CountDownLatch go = new CountDownLatch(1);
    private Trial trial;

    @BeforeEach
    void furnish() {
        trial = new Trial(directory);
    }

    @Test
    void aSlowReaderMissesNothing() throws IOException {
        assertEquals(new Ending(0, false), run(TELLS_TWICE, this::takeWhenAllowed, runner -> go.countDown()));
        assertEquals("one\ntwo\n", heard.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anInterruptEndsTheWaitForAReader() {
        String told = assertThrows(
                        CancelledException.class, () -> run(TELLS_TWICE, this::takeWhenAllowed, Thread::interrupt))
                .getMessage();
        assertTrue(Thread.interrupted());
        go.countDown();
        assertEquals(
                "program '/bin/sh' had ended; the job was stopped while its output was still waiting to be read", told);
    }

    @Test
    void theLastWordsOfAStoppedProgramAreHeard() throws IOException {
        trial.restsLong().interruptAt("ready");
        String script = "trap 'echo clean; exit 0' TERM; >ready; sleep 1000 & wait";
        assertThrows(CancelledException.class, () -> run(script, heard::writeBytes));
        assertTrue(Thread.interrupted());
        assertEquals("clean\n", heard.toString(StandardCharsets.UTF_8));
    }

    /** It holds the pipe open for as long as it likes. */
    @Test
    void whatHasLeftTheSessionIsNotWaitedFor() throws IOException {
        String leaves = "setsid sh -c 'echo $$ >left.new; mv left.new left; exec sleep 1000' &"
                + " until [ -e left ]; do sleep 0.1; done; echo said";
        assertEquals(new Ending(0, false), run(leaves, heard::writeBytes));
        assertEquals("said\n", heard.toString(StandardCharsets.UTF_8));
        long left = Long.parseLong(Files.readString(trial.file("left")).strip());
        assertTrue(ProcessHandle.of(left).orElseThrow().destroyForcibly());
    }

    @Test
    void aReaderThatFailsDoesNotHoldTheProgramUp() throws IOException {
        Reader fails = bytes -> {
            throw new IllegalStateException("no screen");
        };
        assertEquals(new Ending(0, false), run("head -c 1000000 /dev/zero", fails));
    }

    private interface Reader {

        void take(byte[] bytes);
    }

    private Ending run(String script, Reader reader) throws IOException {
        return run(script, reader, runner -> {});
    }

    private Ending run(String script, Reader reader, Consumer<Thread> whenAwaited) throws IOException {
        Listener listener = new Listener() {
            @Override
            public void output(Channel channel, byte[] bytes) {
                reader.take(bytes);
            }
        };
        Output output = new LiveOutput(listener, trial.output().directory());
        return trial.run(List.of("/bin/sh", "-c", script), new AwaitedOutput(output, whenAwaited));
    }

    private void takeWhenAllowed(byte[] bytes) {
        try {
            Files.write(trial.file("taken"), bytes);
            go.await();
        } catch (IOException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        heard.writeBytes(bytes);
    }
}
