package io.lava4j.core;

import static io.lava4j.core.Workspace.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.sample.SampleJobs;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.TemplateEngine;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has rendered, and by whom. */
final class RunTemplatesTest {

    @TempDir
    Path directory;

    private Workspace specs;

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
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

    private JobResult run(TemplateEngine engine) {
        StubDiscovery discovery =
                new StubDiscovery().with(JobProvider.class, new SampleJobs()).with(TemplateEngine.class, engine);
        try (Lava lava = specs.builder().discovery(discovery).build()) {
            return lava.run(JobRequest.job("load"));
        }
    }
}
