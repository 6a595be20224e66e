package io.lava4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code validate} finds in files and directories. */
final class ValidateTest {

    @TempDir
    Path directory;

    private Workspace specs;

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
    }

    @Test
    void aDirectoryInOrderHasNoFaults() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION);
        specs.job("event x");

        assertEquals(List.of("connection 'dwh'", "job 'load'", "realm 'dev'"), subjects());
        assertEquals(List.of(), faults(directory));
    }

    @Test
    void allFaultsOfAllFilesAreFound() {
        Path connection = specs.write("connections/dwh.yaml", Workspace.CONNECTION + "prot: 1\nlevel2: x\n");
        Path job = specs.write("jobs/a/b.json", "{\"job_id\": \"b\",\n \"type\": \"sample_steps\"}");
        Path realm = specs.write("realm.yaml", "realm: dev\ns3_tmp: s3://a\n");

        assertEquals(
                List.of(
                        connection + ":9:1: /prot: is not a known field; did you mean 'port'?",
                        connection + ":10:1: /level2: is not a known field; did you mean 'level'?",
                        job + ":1:1: /parameters: is missing: it must be given",
                        realm + ":2:1: /s3_tmp: is not a known field; did you mean 's3_temp'?"),
                faults(directory));
    }

    @Test
    void anUnknownTypeIsAFaultWithItsPlace() {
        Path file = specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("type: sample", "type: oracle"));

        assertEquals(
                List.of(new Violation(
                        file + ":2:7",
                        "/type",
                        "connector type 'oracle' is unknown: take one that is known, or install its plugin. Known on the"
                                + " class path: sample, sample-token")),
                check(file).get(0).violations());
    }

    @Test
    void whatNoSchemaCanSayTheJobItselfFinds() {
        Path file = specs.job("event x", "stumble", "stumble again");

        assertEquals(
                List.of(
                        file + ":7:7: /parameters/steps/1: 'stumble' is no step",
                        file + ":8:7: /parameters/steps/2: 'stumble again' is no step"),
                faults(file));
    }

    @Test
    void whatTheJobFindsIsToldWithWhatItsSchemaFinds() {
        Path file = specs.write(
                "jobs/load.YAML",
                "job_id: load\ntype: sample_steps\nparameters:\n  limit: 0\n" + Workspace.steps("stumble"));

        assertEquals(
                List.of(
                        file + ":4:10: /parameters/limit: '0': expected 1 or more",
                        file + ":6:7: /parameters/steps/0: 'stumble' is no step"),
                faults(file));
    }

    @Test
    void aJobThatCannotCheckItsSpecsIsNamed() {
        assertEquals(
                List.of(
                        "job type 'sample_steps' cannot check its specs: java.lang.IllegalStateException: boom; get a version of it that can"),
                faults(specs.job("explode")));
    }

    @Test
    void withoutATypeTheFieldsOfEveryConnectionAreChecked() {
        Path file = specs.write("connections/dwh.yaml", "conn_id: 5\nenabled: perhaps\nhost: h\n");

        assertEquals(
                List.of(
                        file + ":1:1: /type: is missing: it must be given",
                        file + ":1:10: /conn_id: '5': expected a string",
                        file + ":2:10: /enabled: 'perhaps': expected true or false"),
                faults(file));
    }

    @Test
    void oneIdInTwoFilesIsAFaultThatNamesBoth() {
        Path first = specs.write("connections/a.yaml", Workspace.CONNECTION);
        Path second = specs.write("connections/b.yaml", Workspace.CONNECTION);

        assertEquals(
                List.of(second + ":1:10: /conn_id: connection 'dwh' is there more than once: also in " + first),
                faults(directory));
    }

    @Test
    void twoSpecDirectoriesMayHaveTheSameIds() {
        specs.write("dev/connections/dwh.yaml", Workspace.CONNECTION);
        specs.write("prod/connections/dwh.yaml", Workspace.CONNECTION);

        assertEquals(List.of(), faults(directory));
    }

    @Test
    void secretsAndObjectsAreNoSpecs() {
        specs.write("secrets/s.json", "{\"password\": \"hunter2\"}");
        specs.write("more/objects/bucket/manifest.json", "{}");

        assertEquals(List.of("realm 'dev'"), subjects());
    }

    @Test
    void aFileThatIsNoSpecIsToldSo() {
        Path file = specs.write("other/package.json", "{\"name\": \"x\"}");

        assertEquals(List.of(file + ": is no spec: expected a conn_id, a job_id or a realm"), faults(file));
    }

    @Test
    void aFileOrDirectoryThatIsNotThereIsToldSo() {
        Path file = directory.resolve("none.yaml");
        Path folder = directory.resolve("none");

        assertEquals(
                List.of(
                        file + ": there is no such file; check the path",
                        folder + ": there is no such file; check the path"),
                faults(file, folder));
    }

    @Test
    void aFileThatCannotBeReadDoesNotStopTheOthers() {
        Path broken = specs.write("connections/a.yaml", "conn_id: [\n");
        specs.write("connections/b.yaml", Workspace.CONNECTION);

        assertEquals(1, faults(directory).size());
        assertTrue(faults(directory).get(0).startsWith(broken + ":2:1: cannot be read: "), faults(directory)::toString);
        assertEquals(List.of("spec", "connection 'dwh'", "realm 'dev'"), subjects());
    }

    @Test
    void aFileThatIsNamedTwiceIsCheckedOnce() {
        Path file = specs.write("connections/dwh.yaml", Workspace.CONNECTION);

        assertEquals(List.of(), faults(file, directory, file));
    }

    @Test
    void theConnectorOfAStrangerIsListed() {
        try (Lava lava = specs.builder().build()) {
            assertEquals(
                    List.of(
                            "connector sample",
                            "connector sample-token",
                            "job sample_steps",
                            "authentication sample-token"),
                    lava.plugins().stream()
                            .map(plugin -> plugin.kind() + " " + plugin.type())
                            .toList());
            PluginInfo connector = lava.plugins().get(0);
            assertEquals("io.lava4j.core.sample.SampleConnectors", connector.module());
            assertEquals("", connector.fault());
            assertTrue(connector.place().endsWith("test-classes"), connector.place());
        }
    }

    private List<String> subjects() {
        return check(directory).stream().map(CheckedSpec::subject).toList();
    }

    private List<String> faults(Path... paths) {
        return check(paths).stream()
                .flatMap(spec -> spec.violations().stream())
                .map(Violation::toString)
                .toList();
    }

    private List<CheckedSpec> check(Path... paths) {
        try (Lava lava = specs.builder().build()) {
            return lava.validate(List.of(paths));
        }
    }
}
