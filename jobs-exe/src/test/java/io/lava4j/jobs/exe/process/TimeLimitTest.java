package io.lava4j.jobs.exe.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that take too long. What each does before its limit takes it no time to speak of. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
class TimeLimitTest {

    private static final Duration LIMIT = Duration.ofSeconds(7);

    /** For a program that must have begun in it, on a busy machine too. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Ending TIMED_OUT = new Ending(0, true);

    @TempDir
    private Path directory;

    private Trial trial;

    @BeforeEach
    void furnish() {
        trial = new Trial(directory).limit(LIMIT);
    }

    @Test
    void allIsEnded() throws Exception {
        assertEquals(TIMED_OUT, trial.piped("sleep 1000 & setsid sleep 1000 & sleep 1000"));
    }

    @Test
    void aProgramMayCleanUpAndItsStatusDoesNotCount() throws IOException {
        String cleansUp = "trap 'echo clean >trace; exit 0' TERM; sleep 1000 & wait";
        assertEquals(TIMED_OUT, trial.limit(LONG).restsLong().sh(cleansUp));
        assertEquals("clean\n", Files.readString(trial.file("trace")));
    }

    @Test
    void whatIgnoresSigtermIsKilled() throws Exception {
        assertEquals(TIMED_OUT, trial.piped("trap '' TERM; while :; do sleep 1; done"));
    }

    @Test
    void withoutSetsidTheProgramAndItsDescendantsAreEnded() throws Exception {
        assertEquals(TIMED_OUT, trial.withoutSetsid().piped("sleep 1000 & sleep 1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm report*", ": >report"})
    void aReportThatTheProgramEmptiedIsNotMissed(String harm) throws Exception {
        KeptOutput output = trial.output();
        String script = "cd " + output.directory() + "; " + harm + "; sleep 1000 & sleep 1000";
        assertEquals(TIMED_OUT, trial.piped(List.of("/bin/sh", "-c", script), output));
    }

    /** The script waits for what is left, from before the limit until after it. */
    @Test
    void whatAProgramLeavesTakesNoneOfItsTime() throws IOException {
        trial.limit(LONG).rests("until [ -e go ]; do /bin/sleep 0.1; done");
        CompletableFuture.delayedExecutor(LONG.plusSeconds(1).toSeconds(), TimeUnit.SECONDS)
                .execute(() -> make("go"));
        String leaves = "(trap '' TERM; >deaf; until [ -e go ]; do sleep 0.1; done) &"
                + " until [ -e deaf ]; do sleep 0.1; done; exit 3";
        assertEquals(new Ending(3, false), trial.sh(leaves));
    }

    private void make(String name) {
        try {
            Files.createFile(trial.file(name));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
