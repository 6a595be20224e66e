package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a program ends. */
class ExeEndTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "exit 3,3,3,ended with exit status 3",
        "exit 137,137,137,ended with exit status 137",
        "kill -9 $$,-9,137,died of signal 9",
        "kill -TERM $$,-15,143,died of signal 15"
    })
    void aFailureIsToldWithItsStatus(String script, int inResult, int ofCommand, String how) {
        JobResult result = new Workplace(directory).script(script).run();
        assertEquals(inResult, result.fields().get("exit_status"));
        assertEquals(inResult, Workplace.output(result, 0).get("exit_status"));
        assertEquals(ofCommand, result.exitStatus());
        assertEquals(
                "payload 's3://lava/payloads/run.sh' " + how + "; it wrote nothing to stderr", Workplace.error(result));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theTimeLimitHasAStatusOfItsOwnAndOutputIsKept() {
        Workplace place = new Workplace(directory).script("echo begun; exec sleep 1000", "parameters: {timeout: 7 s}");
        JobResult result = place.run();
        assertEquals(28, result.exitStatus());
        assertEquals(28, result.fields().get("exit_status"));
        assertEquals("begun\n", place.kept(result, "run.sh.stdout"));
        assertEquals(
                "payload 's3://lava/payloads/run.sh' did not end within its time limit of 7 s and was stopped: make it"
                        + " faster, or 'timeout' longer; it wrote nothing to stderr",
                Workplace.error(result));
    }

    @Test
    void anInterruptStopsTheProgramAndItsDirectoryIsRemoved() throws Exception {
        Path where = directory.resolve("where");
        Workplace place = new Workplace(directory)
                .script("echo \"$PWD $$\" >" + where + ".new; mv " + where + ".new " + where + "; sleep 1000");
        Thread runner = Thread.currentThread();
        Thread stopper = new Thread(() -> {
            while (!Files.exists(where)) {
                LockSupport.parkNanos(1_000_000);
            }
            runner.interrupt();
        });
        stopper.start();
        JobResult result = place.run();
        assertTrue(Thread.interrupted());
        assertEquals(130, result.exitStatus(), result::toJson);
        assertEquals("interrupted", result.fields().get("status"));
        String[] told = Files.readString(where, StandardCharsets.UTF_8).strip().split(" ");
        assertFalse(Files.exists(Path.of(told[0])));
        assertTrue(ProcessHandle.of(Long.parseLong(told[1])).isEmpty(), "the program's parent has asked for it");
    }

    @Test
    void twoJobsAtOnceDoNotMeet() throws Exception {
        Workplace place = new Workplace(directory);
        place.write("connections/dwh.yaml", "conn_id: dwh\ntype: script\nenabled: true\ntext: hello\n");
        Path meeting = directory.resolve("meeting");
        // Each waits for the other: they run at the same time.
        place.script(
                ">>" + meeting + ".$1; until [ -e " + meeting + ".1 ] && [ -e " + meeting + ".2 ]; do sleep 0.1; done;"
                        + " >own.$1; ls; $LAVA_CONN_DB $1",
                "parameters: {connections: {db: dwh}}");
        try (Lava lava = place.builder().build()) {
            List<CompletableFuture<JobResult>> runs = Stream.of("1", "2")
                    .map(argument -> JobRequest.job("nightly").withParameters(Map.of("args", List.of(argument))))
                    .map(request -> CompletableFuture.supplyAsync(
                            () -> lava.run(request), command -> new Thread(command).start()))
                    .toList();
            for (int i = 0; i < 2; i++) {
                JobResult result = runs.get(i).get();
                assertEquals(0, result.exitStatus(), result::toJson);
                String argument = Integer.toString(i + 1);
                assertEquals("own." + argument + "\nrun.sh\nhello " + argument, place.kept(result, "run.sh.stdout"));
            }
        }
    }
}
