package io.lava4j.core;

import static io.lava4j.core.Workspace.error;
import static io.lava4j.core.Workspace.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run from its request to its result. */
final class RunTest {

    @TempDir
    Path directory;

    private Workspace specs;

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
    }

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void aConnectorWrittenAgainstTheSpiAloneLoadsData() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION);
        specs.secret("lava/dev/dwh", "hunter2");
        specs.write("objects/exports/sales/a.csv", "1\n2\n");
        specs.write("objects/exports/sales/b.csv", "3\n");
        specs.job("load exports/sales/");

        JobResult result = specs.run();

        assertEquals(0, result.exitStatus(), () -> error(result));
        assertEquals(3L, result.fields().get("rows"));
        assertEquals(List.of("opened dwh", "6 of 6", "closed dwh"), specs.heard);
    }

    @Test
    void theResultTellsWhoRanAndHowItEnded() {
        specs.job("event first", "result rows", "event second");

        JobResult result = specs.run();

        assertEquals(
                List.of("exit_status", "status", "job_id", "realm", "run_id", "rows", "events", "elapsed"),
                List.copyOf(result.fields().keySet()));
        assertEquals("done", result.fields().get("status"));
        assertEquals("load", result.fields().get("job_id"));
        assertEquals("dev", result.fields().get("realm"));
        assertEquals("told", result.fields().get("rows"));
        assertEquals(List.of("first", "second"), events(result));
        assertTrue(result.failure().isEmpty());
    }

    @Test
    void theResultIsJson() {
        specs.job("event said \\\"so\\\"");

        String json = specs.run().toJson();

        assertTrue(
                json.startsWith("{\n  \"exit_status\" : 0,\n  \"status\" : \"done\",\n  \"job_id\" : \"load\""), json);
        assertTrue(json.contains("\"events\" : [ \"said \\\"so\\\"\" ]"), json);
        assertTrue(json.matches("(?s).*\"elapsed\" : \\d+\\.\\d{3}\n}"), json);
    }

    @Test
    void aJobCannotChangeWhatTheRunItselfTells() {
        specs.job("result status", "result events", "result exit_status");

        JobResult result = specs.run();

        assertEquals("done", result.fields().get("status"));
        assertEquals(0, result.fields().get("exit_status"));
        assertEquals(List.of(), events(result));
    }

    @Test
    void aFailedJobKeepsWhatItHasToldSoFar() {
        specs.job("event before", "result rows", "fail", "event after");

        JobResult result = specs.run();

        assertEquals(1, result.exitStatus());
        assertEquals("failed", result.fields().get("status"));
        assertEquals("told", result.fields().get("rows"));
        assertEquals(List.of("before"), events(result));
        assertEquals("table 'sales.orders' is locked", error(result));
    }

    @ParameterizedTest
    @CsvSource({
        "fail, 1, failed",
        "deny, 1, failed",
        "cancel, 130, interrupted",
        "break, 1, failed",
        "sql dwh, 2, failed"
    })
    void eachErrorHasItsExitStatus(String step, int exitStatus, String status) {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION);
        specs.secret("lava/dev/dwh", "hunter2");
        specs.job(step);

        JobResult result = specs.run();

        assertEquals(exitStatus, result.exitStatus());
        assertEquals(exitStatus, result.fields().get("exit_status"));
        assertEquals(status, result.fields().get("status"));
    }

    @Test
    void aDefectOfAPluginBecomesAFailureThatNamesIt() {
        specs.job("break");

        JobResult result = specs.run();

        assertInstanceOf(JobFailedException.class, result.failure().orElseThrow());
        assertTrue(
                error(result)
                        .matches(
                                "job 'load': a defect in .*io\\.lava4j\\.core\\.sample\\.SampleJobs\\.step\\(SampleJobs\\.java:\\d+\\): "
                                        + "java\\.lang\\.IllegalStateException: boom: please report it"),
                error(result));
    }

    @Test
    void exhaustedMemoryIsAFailureThatSaysWhatToDo() {
        specs.job("exhaust");

        assertEquals(
                "job 'load': memory ran out (Java heap space): give Java more, for the command with LAVA_JAVA_OPTS=-Xmx512m",
                error(specs.run()));
    }

    @Test
    void anEndlessRecursionOfAPluginIsAFailureToo() {
        specs.job("recurse");

        assertTrue(error(specs.run()).contains("java.lang.StackOverflowError"));
    }

    @Test
    void aJobThatIsNotThereIsAnError() {
        assertEquals(
                "job 'load': there is none in directory '" + directory
                        + "'; check its name, and where specs are looked for (--specs or LAVA_SPECS)",
                error(specs.run()));
        assertEquals(2, specs.run().exitStatus());
    }

    @Test
    void specsThatAreNotThereAreAnErrorWithAndWithoutARealm() {
        Path none = directory.resolve("none");
        String message = "specs '" + none
                + "': there is no such directory; check where specs are looked for (--specs or LAVA_SPECS)";
        try (Lava lava = specs.builder().specs(none).build();
                Lava inRealm = specs.builder().specs(none).realm("dev").build()) {
            assertEquals(message, error(lava.run(JobRequest.job("load"))));
            assertEquals(message, error(inRealm.run(JobRequest.job("load"))));
        }
    }

    @Test
    void aMistypedJobIsAnsweredWithTheNearest() {
        specs.write("jobs/nightly/all.yaml", "job_id: laod\ntype: sample_steps\n");

        assertEquals(
                "job 'load': there is none in directory '" + directory + "'; did you mean 'laod'?", error(specs.run()));
    }

    @Test
    void aJobOfAnUnknownTypeIsToldWithTheNearest() {
        Path file = specs.write("jobs/load.yaml", "job_id: load\ntype: sample_step\nenabled: true\n");

        assertEquals(
                file + ":2:7: /type: job type 'sample_step' is unknown; did you mean 'sample_steps'? "
                        + "Known on the class path: sample_steps",
                error(specs.run()));
    }

    @Test
    void aTypeIsMatchedWithoutRegardToCase() {
        specs.write(
                "jobs/load.yaml", "job_id: load\ntype: Sample_STEPS\nenabled: true\nparameters:\n  steps: [event x]\n");

        assertEquals(List.of("x"), events(specs.run()));
    }

    @Test
    void aJobWithoutATypeIsInvalid() {
        Path file = specs.write("jobs/load.yaml", "job_id: load\nenabled: true\n");

        assertEquals(
                "job 'load' is not valid, 1 fault:\n  " + file + ":1:1: /type: is missing: it must be given",
                error(specs.run()));
    }

    @Test
    void aJobInAFileOfItsOwnRuns() {
        Path file = specs.write(
                "elsewhere/own.json",
                "{\"job_id\": \"own\", \"type\": \"sample_steps\", \"enabled\": \"yes\", \"parameters\": {\"steps\": [\"event x\"]}}");

        assertEquals(List.of("x"), events(specs.run(JobRequest.file(file))));
    }

    @Test
    void aJobFileThatCannotBeReadIsAnError() {
        Path missing = directory.resolve("none.yaml");

        assertEquals(
                "spec '" + missing + "' is not valid, 1 fault:\n  " + missing
                        + ": there is no such file; check the path",
                error(specs.run(JobRequest.file(missing))));
        assertFalse(specs.run(JobRequest.file(missing)).fields().containsKey("job_id"));
    }

    @Test
    void aJobThatIsNotEnabledIsSkippedUnlessForced() {
        specs.write("jobs/load.yaml", "job_id: load\ntype: sample_steps\nparameters:\n" + Workspace.steps("event ran"));

        JobResult skipped = specs.run();
        JobResult forced = specs.run(JobRequest.job("load").forced());

        assertEquals(0, skipped.exitStatus());
        assertEquals("skipped", skipped.fields().get("status"));
        assertEquals(List.of("job 'load' is not enabled: skipped"), events(skipped));
        assertEquals(List.of("ran"), events(forced));
    }

    @Test
    void aRequestKeepsAllThatWasAskedForWhateverTheOrder() {
        JobRequest one = JobRequest.job("load").dry().forced().withParameters(Map.of("a", 1));
        JobRequest other =
                JobRequest.job("load").withParameters(Map.of("a", 1)).forced().dry();

        assertEquals(one, other);
        assertTrue(one.dryRun() && one.force());
    }

    @Test
    void anInterruptedThreadStartsNoJob() {
        specs.job("event x");

        Thread.currentThread().interrupt();
        JobResult result = specs.run();

        assertEquals(130, result.exitStatus());
        assertEquals("interrupted", result.fields().get("status"));
        assertEquals("job 'load' was interrupted before it began; nothing was done", error(result));
    }

    @Test
    void whatFailsUnderAnInterruptIsInterrupted() {
        specs.job("interrupt", "fail");

        JobResult result = specs.run();

        assertEquals(130, result.exitStatus());
        assertInstanceOf(CancelledException.class, result.failure().orElseThrow());
        assertEquals("job 'load' was interrupted: table 'sales.orders' is locked", error(result));
        assertTrue(Thread.currentThread().isInterrupted(), "the caller still sees the interrupt");
    }

    @Test
    void withoutARealmThereIsNoRun() throws Exception {
        specs.job("event x");
        Files.delete(directory.resolve("realm.yaml"));

        assertEquals(
                "job 'load': no realm is given: name one (--realm or LAVA_REALM);"
                        + " a directory of specs may name its own in a realm file",
                error(specs.run()));
        try (Lava lava = specs.builder().realm("test").build()) {
            assertEquals("test", lava.run(JobRequest.job("load")).fields().get("realm"));
        }
    }

    @Test
    void theRealmIsWhatItsFileSays() {
        specs.job("realm");
        specs.write("realm.yaml", "realm: dev\ns3_temp: s3://tmp/x\nX-note: ours\n");
        assertEquals("s3://tmp/x", specs.run().fields().get("bucket"));

        Path file = specs.write("realm.yaml", "realm: dev\ns3_temp: tmp/x\n");
        assertEquals(
                "realm 'dev' is not valid, 1 fault:\n  " + file
                        + ":2:10: /s3_temp: 'tmp/x': expected s3://bucket/prefix",
                error(specs.run()));
    }

    @Test
    void twoEnginesLiveInOneProgram(@TempDir Path other) {
        Workspace second = new Workspace(other);
        second.write("realm.yaml", "realm: prod\n");
        specs.job("event from dev");
        second.job("event from prod");

        try (Lava dev = specs.builder().build();
                Lava prod = second.builder().build()) {
            assertEquals("prod", prod.run(JobRequest.job("load")).fields().get("realm"));
            assertEquals("dev", dev.run(JobRequest.job("load")).fields().get("realm"));
        }
        assertEquals(List.of("from dev"), specs.heard);
        assertEquals(List.of("from prod"), second.heard);
    }

    @Test
    void eachRunHasAnIdOfItsOwn() {
        specs.job("event x");

        assertFalse(
                specs.run().fields().get("run_id").equals(specs.run().fields().get("run_id")));
    }
}
