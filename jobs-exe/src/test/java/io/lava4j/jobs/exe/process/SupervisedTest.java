package io.lava4j.jobs.exe.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that end by themselves, or with the job. */
@Timeout(600)
class SupervisedTest {

    @TempDir
    private Path directory;

    private Trial trial;

    @BeforeEach
    void furnish() {
        trial = new Trial(directory);
    }

    /** So many programs have more time, on a machine that is busy. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void everyExitStatusIsTold() throws IOException {
        List<Integer> told = new ArrayList<>();
        for (int status = 0; status <= 255; status++) {
            told.add(trial.sh("exit " + status).status());
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
                trial.run(List.of("/usr/bin/env", "--default-signal", "/bin/sh", "-c", dies), trial.output()));
        assertEquals(new Ending(128 + number, false), trial.sh("exit " + (128 + number)));
    }

    @Test
    void whatTheProgramLeavesIsEndedWithIt() throws Exception {
        String leaves = "sleep 1000 & (trap '' HUP; exec sleep 1000) & :";
        assertEquals(new Ending(0, false), trial.piped(leaves));
    }

    @Test
    void whatIgnoresSigtermIsKilled() throws Exception {
        String deaf = "(trap '' TERM; >ready; while :; do sleep 1; done) &";
        assertEquals(new Ending(0, false), trial.piped(deaf + " until [ -e ready ]; do sleep 0.1; done"));
    }

    @Test
    void aGroupOfItsOwnInTheSessionIsEndedToo() throws Exception {
        assertEquals(new Ending(0, false), trial.piped(List.of("/bin/bash", "-mc", "sleep 1000 & :")));
    }

    @Test
    void anInterruptEndsAll() {
        trial.interruptAt("ready");
        String told = assertThrows(CancelledException.class, () -> trial.piped("sleep 1000 & >ready; sleep 1000"))
                .getMessage();
        assertTrue(Thread.interrupted());
        assertEquals("program '/bin/sh' was stopped before its end", told);
    }

    /** Before the program is there, while it starts, and when it runs. */
    @ParameterizedTest
    @ValueSource(longs = {0, 10, 20, 30, 40, 50, 60})
    void anInterruptAtAnyTimeEndsAll(long millis) {
        trial.interruptAfter(millis);
        assertThrows(CancelledException.class, () -> trial.piped("sleep 1000 & sleep 1000"));
        assertTrue(Thread.interrupted());
    }

    /** What is about to start it must not be ended: once it is there, it is known whom to end. */
    @Test
    void anInterruptJustBeforeTheProgramIsThereEndsItToo() throws IOException {
        String slow = "if [ \"$1\" = -f ]; then trap '' TERM; >starting; sleep 1; trap - TERM; fi; exec setsid \"$@\"";
        trial.setsid(slow).interruptAt("starting");
        assertThrows(CancelledException.class, () -> trial.piped("sleep 1000 & sleep 1000"));
        assertTrue(Thread.interrupted());
    }

    /** A limit that is no number of milliseconds is one. */
    @Test
    void aFaultOfOursEndsAll() {
        trial.limit(Duration.ofSeconds(Long.MAX_VALUE));
        assertThrows(ArithmeticException.class, () -> trial.piped("sleep 1000 & sleep 1000"));
    }

    /** As the system does of a library that is missing, and some shells of a locale. */
    @ParameterizedTest
    @CsvSource({"exit 7,7", "kill -9 $$,-9"})
    void whatIsSaidWhenAShellStartsIsNoSignal(String end, int status) throws Exception {
        trial.with("LD_PRELOAD", "/missing.so");
        assertEquals(new Ending(status, false), trial.piped("sleep 1000 & " + end));
    }

    /** One whose parent has ended is found by its session alone. */
    @Test
    void whatIsSaidWhenAShellStartsDoesNotHideTheSession() {
        trial.with("LD_PRELOAD", "/missing.so").interruptAt("ready");
        assertThrows(CancelledException.class, () -> trial.piped("(sleep 1000 &); >ready; sleep 1000"));
        assertTrue(Thread.interrupted());
    }

    /** As on a machine whose setsid cannot wait. */
    @ParameterizedTest
    @CsvSource({"exit 3,3", "exit 128,128", "kill -9 $$,-9", "kill -15 $$,-15"})
    void withoutAWaitingSetsidAStatusAbove128IsTakenForASignal(String script, int status) throws IOException {
        assertEquals(status, trial.withoutWaitingSetsid().sh(script).status());
    }

    @Test
    void standardInputIsEmpty() throws IOException {
        assertEquals(
                0,
                trial.sh("[ \"$(readlink /proc/self/fd/0)\" = /dev/null ] && ! read -r line")
                        .status());
    }

    @Test
    void noPipeOfOursIsOpenInTheProgram() throws IOException {
        KeptOutput output = trial.output();
        trial.run(List.of("/bin/ls", "-l", "/proc/self/fd"), output);
        String open = Files.readString(output.files().get("stdout"));
        assertFalse(open.contains("pipe:"), open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(id)", "`id`", "a;b", "a b", "", "'", "\"", "\\", "*", "-n", "line\nline", "größe"})
    void argumentsAndVariablesComeAsTheyAre(String text) throws IOException {
        KeptOutput output = trial.output();
        List<String> words = List.of("/bin/sh", "-c", "printf '%s|%s' \"$1\" \"$X\"", "sh", text);
        assertEquals(0, trial.run(words, Map.of("X", text), output).status());
        assertEquals(text + "|" + text, Files.readString(output.files().get("stdout")));
    }

    @Test
    void itsOwnProgramsAreFoundWhateverThePathOfTheProgram() throws IOException {
        List<String> words = List.of("/bin/sh", "-c", "exit 5");
        assertEquals(
                5, trial.run(words, Map.of("PATH", "/nowhere"), trial.output()).status());
    }

    @Test
    void aProgramThatIsNotThereSaysSoOnStderr() throws IOException {
        KeptOutput output = trial.output();
        assertEquals(127, trial.run(List.of(directory + "/missing"), output).status());
        assertTrue(output.errorBegins().contains("missing"), output::errorBegins);
    }

    @Test
    void argumentsThatTheSystemRefusesAreAnError() {
        String refused = assertThrows(JobFailedException.class, () -> trial.sh("#" + "x".repeat(200_000)))
                .getMessage();
        assertTrue(refused.startsWith("program '/bin/sh' cannot be started: "), refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf ../output*", "rm report*", ": >report"})
    void aReportThatTheProgramRemovedIsMissed(String harm) throws IOException {
        KeptOutput output = trial.output();
        List<String> words = List.of("/bin/sh", "-c", "cd " + output.directory() + "; " + harm + "; exit 4");
        assertEquals(4, trial.run(words, output).status());
    }

    /** As the program's own number may be, as soon as it has ended. */
    @ParameterizedTest
    @CsvSource({"sleep 1000,true", "setsid sleep 1000,true", "sleep 1000,false"})
    void aNumberThatAnotherHasByNowIsNotTheProgram(String program, boolean setsid) throws IOException {
        Process other = new ProcessBuilder(program.split(" ")).start();
        try {
            KeptOutput output = trial.output();
            String forges = "echo " + other.pid() + " >" + output.directory() + "/report; exit 4";
            Trial machine = setsid ? trial : trial.withoutSetsid();
            assertEquals(
                    4, machine.run(List.of("/bin/sh", "-c", forges), output).status());
            assertTrue(other.isAlive());
        } finally {
            other.destroyForcibly();
        }
    }

    /** Its own variables are not the program's. */
    @Test
    void aVariableOfTheProgramKeepsItsValue() throws IOException {
        Path said = directory.resolve("said");
        Map<String, String> environment = Map.of("report", "monthly", "grace", "7", "sleep", "no", "leader", "me");
        List<String> words = List.of("/bin/sh", "-c", "echo $report $grace $sleep $leader >" + said);
        assertEquals(0, trial.run(words, environment, trial.output()).status());
        assertEquals("monthly 7 no me\n", Files.readString(said));
    }
}
