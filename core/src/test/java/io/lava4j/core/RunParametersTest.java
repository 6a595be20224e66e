package io.lava4j.core;

import static io.lava4j.core.Workspace.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters given at run time: merged with those of the spec, and checked as one. */
final class RunParametersTest {

    @TempDir
    Path directory;

    private Workspace specs;

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
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

    private String given(String name, Object value) {
        return error(specs.run(JobRequest.job("load").withParameters(Map.of(name, value))));
    }
}
