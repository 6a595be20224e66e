package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.Lava;
import io.lava4j.core.error.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told when a spec is validated. */
class RulesTest {

    @TempDir
    private Path directory;

    @Test
    void everyDocumentedParameterIsAccepted() {
        assertEquals(
                List.of(),
                faults(
                        "exe",
                        """
                        payload: demo/my-exe -y --log-level {{vars.level}}
                        parameters:
                          args: [a, 1, 2.5]
                          connections: {mysql_db: one, PG_DB: two}
                          env: {A: b, PORT: 3306, RATE: 0.5, STRICT: true}
                          jinja: "false"
                          timeout: 20m
                          vars: {level: info}
                        """));
        assertEquals(
                List.of(), faults("pkg", "payload: [a.zip, b/]\nparameters: {command: main.sh --x, timeout: 90}\n"));
        assertEquals(List.of(), faults("exe", "payload: demo/scripts/\n"));
    }

    @Test
    void aCommandLineThatCannotBeCutIsToldWithItsPlace() {
        assertEquals(
                List.of(
                        "4:10: /payload: 'run it's' has a single quote at character 7 that is not closed, expected another"
                                + " one; one that is meant itself follows a backslash"),
                faults("exe", "payload: run it's\n"));
        assertEquals(
                List.of("5:23: /parameters/command: ' ' names nothing to run"),
                faults("pkg", "payload: a.zip\nparameters: {command: ' '}\n"));
    }

    @Test
    void labelsMayNotDifferInCaseAlone() {
        assertEquals(
                List.of("5:41: /parameters/connections/DWH: 'DWH' differs from 'dwh' in case alone: both would be"
                        + " LAVA_CONN_DWH; give one of them another label"),
                faults("exe", "payload: run\nparameters: {connections: {dwh: a, DWH: b}}\n"));
    }

    @Test
    void labelsAndVariablesAreNames() {
        assertEquals(
                List.of(
                        "5:35: /parameters/connections/my-db: 'my-db' is no label, expected letters, digits and"
                                + " underscores",
                        "5:49: /parameters/env/1a: '1a' is no name of an environment variable, expected letters, digits"
                                + " and underscores, not a digit first"),
                faults("exe", "payload: run\nparameters: {connections: {my-db: a}, env: {1a: b}}\n"));
    }

    /** A shell drops such variables: lava's own one would, and those of programs. */
    @Test
    void aVariableThatAShellWouldDropIsRefused() {
        String refused =
                "/parameters/env/a.b: 'a.b' is no name of an environment variable, expected letters, digits and"
                        + " underscores, not a digit first";
        assertEquals(List.of("5:25: " + refused), faults("exe", "payload: run\nparameters: {env: {a.b: c}}\n"));
        assertEquals(
                List.of("5:39: " + refused),
                faults("pkg", "payload: a.zip\nparameters: {command: run, env: {a.b: c}}\n"));
    }

    @Test
    void aVariableIsOneValue() {
        assertEquals(
                List.of(
                        "5:23: /parameters/env/A: a list: expected a string or a number or a boolean",
                        "5:31: /parameters/env/B: 'null': expected a string or a number or a boolean"),
                faults("exe", "payload: run\nparameters: {env: {A: [1], B: null}}\n"));
    }

    @Test
    void whatTheSchemaFindsIsToldOnce() {
        assertEquals(List.of("1:1: /payload: is missing: it must be given"), faults("exe", "parameters: {}\n"));
        assertEquals(List.of("4:10: /payload: a list: expected a string"), faults("exe", "payload: [a]\n"));
    }

    private List<String> faults(String type, String rest) {
        Workplace place = new Workplace(directory);
        Path file = place.write("jobs/nightly.yaml", "job_id: nightly\ntype: " + type + "\nenabled: true\n" + rest);
        try (Lava lava = place.builder().build()) {
            return lava.validate(List.of(file)).get(0).violations().stream()
                    .map(Violation::toString)
                    .map(fault -> fault.replace(file + ":", ""))
                    .toList();
        }
    }
}
