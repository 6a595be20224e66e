package io.lava4j.core;

import static io.lava4j.core.Workspace.error;
import static io.lava4j.core.Workspace.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.sample.SampleJobs;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.TemplateEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        assertEquals("job 'load': there is none in directory '" + directory + "'", error(specs.run()));
        assertEquals(2, specs.run().exitStatus());
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
                "spec '" + missing + "' is not valid, 1 fault:\n  " + missing + ": there is no such file",
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
    void aDryRunIsToldToTheJobAndInTheResult() {
        specs.job("dry");

        JobResult dry = specs.run(JobRequest.job("load").dry());
        JobResult wet = specs.run();

        assertEquals(0, dry.exitStatus());
        assertEquals(true, dry.fields().get("dry"));
        assertEquals("checked", dry.fields().get("status"));
        assertEquals(false, wet.fields().get("dry"));
        assertEquals("done", wet.fields().get("status"));
    }

    @Test
    void aDryRunThatFailsHasTheExitStatusOfTheRun() {
        specs.job("fail");

        JobResult result = specs.run(JobRequest.job("load").dry());

        assertEquals(1, result.exitStatus());
        assertEquals("failed", result.fields().get("status"));
    }

    @Test
    void aJobThatKnowsNoDryRunIsNeverAskedForOne() {
        specs.job("event ran");
        StubDiscovery discovery = new StubDiscovery().with(JobProvider.class, new Unheeding());

        try (Lava lava = specs.builder().discovery(discovery).build()) {
            JobResult refused = lava.run(JobRequest.job("load").dry());

            assertEquals(2, refused.exitStatus());
            assertEquals("job 'load': job type 'sample_steps' has no dry run; nothing was done", error(refused));
            assertEquals(List.of(), events(refused));
            assertEquals(List.of("ran"), events(lava.run(JobRequest.job("load"))));
        }
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
    void parametersGivenAtRunTimeAreMergedDeeply() {
        specs.write(
                "jobs/load.yaml",
                """
                job_id: load
                type: sample_steps
                enabled: true
                parameters:
                  steps: [options]
                  options: {size: 10 KB, dry: true}
                """);

        JobResult result = specs.run(JobRequest.job("load").withParameters(Map.of("options", Map.of("size", 7.0f))));

        assertEquals(Map.of("size", 7L, "dry", true), result.fields().get("options"));
    }

    @Test
    void parametersGivenAtRunTimeAreValidatedWithTheSpecAsOne() {
        Path file = specs.write(
                "jobs/load.yaml",
                "job_id: load\ntype: sample_steps\nenabled: true\nparameters: {steps: [event x], limit: 0}\n");

        assertEquals(
                "job 'load' is not valid, 3 faults:"
                        + "\n  given at run time: /parameters/txet: is not a known field; did you mean 'text'?"
                        + "\n  given at run time: /parameters/steps: 'one': expected a list"
                        + "\n  " + file + ":4:39: /parameters/limit: '0': expected 1 or more",
                error(specs.run(
                        JobRequest.job("load").withParameters(new TreeMap<>(Map.of("txet", "x", "steps", "one"))))));
    }

    @Test
    void aValueGivenAtRunTimeTakesTheFaultysPlace() {
        specs.write(
                "jobs/load.yaml",
                "job_id: load\ntype: sample_steps\nenabled: true\nparameters: {steps: [event x], limit: 0}\n");

        assertEquals(
                0,
                specs.run(JobRequest.job("load").withParameters(Map.of("limit", 1)))
                        .exitStatus());
    }

    @Test
    void whatIsNoValueOfASpecCannotBeGiven() {
        specs.job("event x");
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertEquals(
                "job 'load' is not valid, 1 fault:\n  given at run time: /parameters/text: "
                        + "is a java.lang.Object: expected a string, number, boolean, null, list or map",
                given("text", new Object()).replaceAll("@.*", ""));
        assertTrue(given("limit", Double.NaN).endsWith("is a number beyond all bounds: expected at most 100 digits"));
        assertTrue(given("limit", 1e300).endsWith("is a number beyond all bounds: expected at most 100 digits"));
        assertTrue(given("limit", 1e19).contains("/parameters/limit: ")
                || given("limit", 1e19).startsWith("no error"));
        assertTrue(given("vars", Map.of("x", circle)).endsWith("is nested too deep: expected at most 50 levels"));
    }

    @Test
    void aNullMayBeGiven() {
        specs.job("event x");
        Map<String, Object> given = new HashMap<>();
        given.put("vars", Map.of("a", List.of(1)));
        given.put("text", null);

        assertEquals(
                "job 'load' is not valid, 1 fault:\n  given at run time: /parameters/text: 'null': expected a string",
                error(specs.run(JobRequest.job("load").withParameters(given))));
    }

    @Test
    void aTemplateIsRefusedWithItsPlaceWhereThereIsNoEngine() {
        Path file = specs.write(
                "jobs/load.yaml",
                "job_id: load\ntype: sample_steps\nenabled: true\nparameters:\n  text: 'a-{{ job.realm }}'\n"
                        + Workspace.steps("render /parameters/text"));

        assertEquals(
                "job 'load' is not valid, 1 fault:\n  " + file
                        + ":5:9: /parameters/text: 'a-{{ job.realm }}' is a template, and this installation has no "
                        + "template engine: add one, or write the value as it is",
                error(specs.run()));
    }

    @Test
    void aTextWithoutATemplateIsRenderedAsItIs() {
        specs.write(
                "jobs/load.yaml",
                "job_id: load\ntype: sample_steps\nenabled: true\nparameters:\n  text: '{ } %} }}'\n"
                        + Workspace.steps("render /parameters/text"));

        assertEquals("{ } %} }}", specs.run().fields().get("rendered"));
    }

    @Test
    void aValueGivenAtRunTimeIsDataAndNeverATemplate() {
        specs.job("render /parameters/text");

        JobResult result = specs.run(JobRequest.job("load").withParameters(Map.of("text", "{{ job.realm }}")));

        assertEquals("{{ job.realm }}", result.fields().get("rendered"));
    }

    @Test
    void anEngineRendersWithTheVariablesOfTheRun() {
        specs.write(
                "jobs/load.yaml",
                "job_id: load\ntype: sample_steps\nenabled: true\nglobals: {day: monday}\nstate: {n: 1}\nparameters:\n"
                        + "  text: '{{ x }}'\n  vars: {a: b}\n" + Workspace.steps("render /parameters/text"));
        TemplateEngine engine = (template, variables) -> template
                + variables.get("globals")
                + variables.get("vars")
                + variables.get("state")
                + ((Map<?, ?>) variables.get("realm")).get("realm")
                + variables.get("mine")
                + ((Map<?, ?>) variables.get("job")).get("job_id");

        assertEquals(
                "{{ x }}{day=monday}{a=b}{n=1}devownload", run(engine).fields().get("rendered"));
    }

    @Test
    void aTemplateSeesTheJobAsAWorkerKnowsItAndTheTimesOfTheRun() {
        specs.write("realm.yaml", "realm: dev\ns3_temp: s3://tmp/x\nconfig: {k: v}\n");
        specs.write(
                "jobs/load.yaml",
                "job_id: load\ntype: sample_steps\nenabled: true\nowner: us\nparameters:\n  text: '{{ x }}'\n"
                        + Workspace.steps("render /parameters/text"));
        Map<String, Object> seen = new HashMap<>();
        TemplateEngine engine = (template, variables) -> {
            seen.putAll(variables);
            return "";
        };

        JobResult result = run(engine);

        assertEquals(0, result.exitStatus(), () -> error(result));
        assertEquals(
                Set.of("job", "realm", "globals", "state", "vars", "start", "ustart", "mine"),
                seen.keySet(),
                "a name that is no variable must be unknown to the engine");
        Map<?, ?> job = (Map<?, ?>) seen.get("job");
        assertEquals(
                List.of("load", "us", "dev", String.valueOf(result.fields().get("run_id"))),
                List.of(job.get("job_id"), job.get("owner"), job.get("realm"), job.get("run_id")));
        ZonedDateTime start = (ZonedDateTime) seen.get("start");
        ZonedDateTime ustart = (ZonedDateTime) seen.get("ustart");
        assertEquals(
                List.of(start, start, ustart),
                List.of(job.get("ts_dispatch"), job.get("ts_start"), job.get("ts_ustart")));
        assertEquals(List.of(ZoneId.systemDefault(), ZoneOffset.UTC), List.of(start.getZone(), ustart.getZone()));
        assertEquals(start.toInstant(), ustart.toInstant());
        assertEquals(0, start.getNano() % 1_000, "templates see microseconds");
        assertEquals(Map.of("realm", "dev", "s3_temp", "s3://tmp/x", "config", Map.of("k", "v")), seen.get("realm"));
        assertEquals(
                List.of(Map.of(), Map.of(), Map.of()),
                List.of(seen.get("globals"), seen.get("state"), seen.get("vars")));
    }

    @Test
    void withoutATemplateNoEngineIsLookedFor() {
        specs.write(
                "jobs/load.yaml",
                "job_id: load\ntype: sample_steps\nenabled: true\nparameters:\n  text: '{ } %} }}'\n"
                        + Workspace.steps("render /parameters/text"));
        StubDiscovery discovery = new StubDiscovery().with(JobProvider.class, new SampleJobs());

        try (Lava lava = specs.builder().discovery(discovery).build()) {
            assertEquals("{ } %} }}", lava.run(JobRequest.job("load")).fields().get("rendered"));
        }
        assertFalse(discovery.asked().contains(TemplateEngine.class));
        assertTrue(discovery.asked().contains(JobProvider.class));
    }

    @Test
    void aFaultOfATemplateIsToldWithFieldAndTemplate() {
        Path file = specs.write(
                "jobs/load.yaml",
                "job_id: load\ntype: sample_steps\nenabled: true\nparameters:\n  text: '{{ x }}'\n"
                        + Workspace.steps("render /parameters/text"));
        TemplateEngine engine = (template, variables) -> {
            throw new IllegalArgumentException("'x' is unknown");
        };

        assertEquals(
                "job 'load' is not valid, 1 fault:\n  " + file + ":5:9: /parameters/text: '{{ x }}': 'x' is unknown",
                error(run(engine)));
    }

    @Test
    void anInterruptedThreadStartsNoJob() {
        specs.job("event x");

        Thread.currentThread().interrupt();
        JobResult result = specs.run();

        assertEquals(130, result.exitStatus());
        assertEquals("interrupted", result.fields().get("status"));
        assertEquals("job 'load' was interrupted before it began", error(result));
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

    /** Written before there were dry runs. */
    private static final class Unheeding implements JobProvider {

        private final SampleJobs jobs = new SampleJobs();

        @Override
        public Set<String> types() {
            return jobs.types();
        }

        @Override
        public String schema(String type) {
            return jobs.schema(type);
        }

        @Override
        public void run(Spec spec, Context context) {
            jobs.run(spec, context);
        }
    }

    private String given(String name, Object value) {
        return error(specs.run(JobRequest.job("load").withParameters(Map.of(name, value))));
    }

    private JobResult run(TemplateEngine engine) {
        StubDiscovery discovery =
                new StubDiscovery().with(JobProvider.class, new SampleJobs()).with(TemplateEngine.class, engine);
        try (Lava lava = specs.builder().discovery(discovery).build()) {
            return lava.run(JobRequest.job("load"));
        }
    }
}
