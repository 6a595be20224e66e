package io.lava4j.jobs.exe.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes. A pipe tells a test of their end: all that hold it open have ended when there is no more to read. */
@Timeout(120)
class SupervisedTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private Tools tools = Tools.found();
    private Duration limit = LONG;

    @Test
    void everyExitStatusIsTold() throws IOException {
        List<Integer> told = new ArrayList<>();
        for (int status = 0; status <= 255; status++) {
            told.add(sh("exit " + status).status());
        }
        assertEquals(IntStream.rangeClosed(0, 255).boxed().toList(), told);
    }

    @ParameterizedTest
    @CsvSource({"HUP,1", "INT,2", "QUIT,3", "ABRT,6", "KILL,9", "USR1,10", "SEGV,11", "PIPE,13", "ALRM,14", "TERM,15"})
    void aSignalIsNoExitStatus(String signal, int number) throws IOException {
        // Who starts the tests may ignore signals, and those stay ignored.
        String dies = "ulimit -c 0; kill -" + signal + " $$; exit 99";
        assertEquals(
                new Ending(-number, false),
                run(List.of("/usr/bin/env", "--default-signal", "/bin/sh", "-c", dies), output()));
        assertEquals(new Ending(128 + number, false), sh("exit " + (128 + number)));
    }

    @Test
    void whatTheProgramLeavesIsEndedWithIt() throws Exception {
        Path pipe = pipe();
        assertEquals(
                0,
                sh("sleep 1000 >" + pipe + " & (trap '' HUP; exec sleep 1000 >" + pipe + ") & :", pipe)
                        .status());
    }

    @Test
    void whatIgnoresSigtermIsKilled() throws Exception {
        Path pipe = pipe();
        String deaf = "(trap '' TERM; >ready; while :; do sleep 1; done) >" + pipe + " &";
        assertEquals(
                0, sh(deaf + " until [ -e ready ]; do sleep 0.1; done", pipe).status());
    }

    @Test
    void aGroupOfItsOwnInTheSessionIsEndedToo() throws Exception {
        Path pipe = pipe();
        assertEquals(
                0,
                run(List.of("/bin/bash", "-mc", "sleep 1000 >" + pipe + " & :"), pipe)
                        .status());
    }

    @Test
    void atTheTimeLimitAllIsEnded() throws Exception {
        limit = Duration.ofSeconds(2);
        Path pipe = pipe();
        assertEquals(new Ending(0, true), sh("exec >" + pipe + "; sleep 1000 & setsid sleep 1000 & sleep 1000", pipe));
    }

    @Test
    void aProgramMayCleanUpAtTheTimeLimitAndItsStatusDoesNotCount() throws Exception {
        limit = Duration.ofSeconds(2);
        Path trace = directory.resolve("trace");
        assertEquals(new Ending(0, true), sh("trap 'echo clean >" + trace + "; exit 0' TERM; sleep 1000 & wait"));
        assertEquals("clean\n", Files.readString(trace));
    }

    @Test
    void aProgramThatIgnoresSigtermIsKilledAtTheTimeLimit() throws Exception {
        limit = Duration.ofSeconds(2);
        Path pipe = pipe();
        assertEquals(new Ending(0, true), sh("trap '' TERM; exec >" + pipe + "; while :; do sleep 1; done", pipe));
    }

    @Test
    void anInterruptEndsAll() throws Exception {
        Path pipe = pipe();
        Thread.currentThread().interrupt();
        assertThrows(CancelledException.class, () -> sh("exec >" + pipe + "; sleep 1000 & sleep 1000", pipe));
        assertTrue(Thread.interrupted());
    }

    /** As on a machine whose setsid cannot wait. */
    @ParameterizedTest
    @CsvSource({"exit 3,3", "exit 128,128", "kill -9 $$,-9", "kill -15 $$,-15"})
    void withoutAWaitingSetsidAStatusAbove128IsTakenForASignal(String script, int status) throws IOException {
        tools = new Tools(tools.setsid(), "", tools.sleep());
        assertEquals(status, sh(script).status());
    }

    @Test
    void withoutSetsidTheProgramAndItsDescendantsAreEnded() throws Exception {
        tools = new Tools(Optional.empty(), "", tools.sleep());
        limit = Duration.ofSeconds(2);
        Path pipe = pipe();
        assertEquals(new Ending(0, true), sh("exec >" + pipe + "; sleep 1000 & sleep 1000", pipe));
    }

    @Test
    void standardInputIsEmpty() throws IOException {
        assertEquals(
                0,
                sh("[ \"$(readlink /proc/self/fd/0)\" = /dev/null ] && ! read -r line")
                        .status());
    }

    @Test
    void noPipeOfOursIsOpenInTheProgram() throws IOException {
        KeptOutput output = output();
        run(List.of("/bin/ls", "-l", "/proc/self/fd"), output);
        String open = Files.readString(output.files().get("stdout"));
        assertFalse(open.contains("pipe:"), open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(id)", "`id`", "a;b", "a b", "", "'", "\"", "\\", "*", "-n", "line\nline", "größe"})
    void argumentsAndVariablesComeAsTheyAre(String text) throws IOException {
        KeptOutput output = output();
        Command command = new Command(
                List.of("/bin/sh", "-c", "printf '%s|%s' \"$1\" \"$X\"", "sh", text),
                directory,
                Map.of("X", text),
                LONG);
        assertEquals(0, new Supervised(command, output, tools).run().status());
        assertEquals(text + "|" + text, Files.readString(output.files().get("stdout")));
    }

    @Test
    void itsOwnProgramsAreFoundWhateverThePathOfTheProgram() throws IOException {
        Command command = new Command(List.of("/bin/sh", "-c", "exit 5"), directory, Map.of("PATH", "/nowhere"), LONG);
        assertEquals(5, new Supervised(command, output(), tools).run().status());
    }

    @Test
    void aProgramThatIsNotThereSaysSoOnStderr() throws IOException {
        KeptOutput output = output();
        assertEquals(127, run(List.of(directory + "/missing"), output).status());
        assertTrue(output.errorBegins().contains("missing"), output::errorBegins);
    }

    @Test
    void argumentsThatTheSystemRefusesAreAnError() {
        String refused = assertThrows(JobFailedException.class, () -> sh("#" + "x".repeat(200_000)))
                .getMessage();
        assertTrue(refused.startsWith("program '/bin/sh' cannot be started: "), refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf ../output*", "rm report*", ": >report"})
    void aReportThatTheProgramRemovedIsMissed(String harm) throws IOException {
        KeptOutput output = output();
        List<String> words = List.of("/bin/sh", "-c", "cd " + output.directory() + "; " + harm + "; exit 4");
        assertEquals(4, run(words, output).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm report*", ": >report"})
    void aReportThatTheProgramEmptiedIsNotMissedAtTheTimeLimit(String harm) throws Exception {
        limit = Duration.ofSeconds(2);
        Path pipe = pipe();
        String script = "cd %s*; %s; exec >%s; sleep 1000 & sleep 1000";
        assertEquals(new Ending(0, true), sh(script.formatted(directory.resolve("output"), harm, pipe), pipe));
    }

    /** Its own variables are not the program's. */
    @Test
    void aVariableOfTheProgramKeepsItsValue() throws IOException {
        Path said = directory.resolve("said");
        Map<String, String> environment = Map.of("report", "monthly", "grace", "7", "sleep", "no", "leader", "me");
        List<String> words = List.of("/bin/sh", "-c", "echo $report $grace $sleep $leader >" + said);
        assertEquals(
                0,
                new Supervised(new Command(words, directory, environment, limit), output(), tools)
                        .run()
                        .status());
        assertEquals("monthly 7 no me\n", Files.readString(said));
    }

    @Test
    void aListenerThatFailsDoesNotHoldTheProgramUp() throws IOException {
        Output output = new LiveOutput(
                new Listener() {
                    @Override
                    public void output(Channel channel, byte[] bytes) {
                        throw new IllegalStateException("no screen");
                    }
                },
                output().directory());
        assertEquals(
                0,
                run(List.of("/bin/sh", "-c", "head -c 1000000 /dev/zero"), output)
                        .status());
    }

    private Ending sh(String script) throws IOException {
        return run(List.of("/bin/sh", "-c", script), output());
    }

    private Ending sh(String script, Path pipe) throws Exception {
        return run(List.of("/bin/sh", "-c", script), pipe);
    }

    /** Comes back when all that write to the pipe have ended; before that, the program has. */
    private Ending run(List<String> words, Path pipe) throws Exception {
        Process reader = new ProcessBuilder("cat", pipe.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Ending ending = run(words, output());
            assertEquals(0, endOf(reader));
            return ending;
        } finally {
            reader.destroyForcibly();
        }
    }

    private static int endOf(Process reader) {
        boolean interrupted = Thread.interrupted();
        try {
            return reader.waitFor();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Ending run(List<String> words, Output output) {
        return new Supervised(new Command(words, directory, Map.of(), limit), output, tools).run();
    }

    private KeptOutput output() throws IOException {
        return new KeptOutput(Files.createTempDirectory(directory, "output"));
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }
}
