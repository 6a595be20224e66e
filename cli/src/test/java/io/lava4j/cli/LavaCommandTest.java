package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.CheckedSpec;
import io.lava4j.core.PluginInfo;
import io.lava4j.core.error.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LavaCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "list"})
    void everyCommandHasHelp(String command) {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava(command, "--help"));
        assertTrue(run.out().startsWith("Usage: lava " + command), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "list"})
    void everyCommandKnowsTheVersion(String command) {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava(command, "--version"));
        assertTrue(run.out().startsWith("lava "), run.out());
    }

    @Test
    void theHelpNamesTheCommandsAndTheExitStatuses() {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava("--help"));
        List.of("run", "validate", "list", "LAVA_SPECS", "130 or 143")
                .forEach(word -> assertTrue(run.out().contains(word), run.out()));
    }

    @Test
    void theVersionNamesTheJavaItRunsOn() {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava("--version"));
        assertTrue(run.out().strip().endsWith(" on Java " + Runtime.version()), run.out());
    }

    @Test
    void withoutACommandTheUsageIsWrong() {
        CommandRun run = new CommandRun();
        assertEquals(2, run.lava());
        assertEquals(
                "lava: Missing required subcommand" + System.lineSeparator() + "Try 'lava --help'.",
                run.err().strip());
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        CommandRun run = new CommandRun();
        assertEquals(2, run.lava("run", "load", "--jsno"));
        assertEquals(
                "lava: Unknown option: '--jsno'" + System.lineSeparator() + "Possible solutions: --json",
                run.err().strip());
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheNearest() {
        CommandRun run = new CommandRun();
        assertEquals(2, run.lava("lst"));
        assertTrue(run.err().startsWith("lava: Unmatched argument at index 0: 'lst'"), run.err());
        assertTrue(run.err().contains("Did you mean: lava list"), run.err());
    }

    @Test
    void validSpecsEndWithZero() {
        CommandRun run = new CommandRun().checked(new CheckedSpec(Path.of("a.yaml"), "job 'a'", List.of()));
        assertEquals(0, run.lava("validate", "specs", "b.yaml"));
        assertEquals("1 spec, 0 faults", run.out().strip());
        assertEquals(List.of(Path.of("specs"), Path.of("b.yaml")), run.validated);
    }

    @Test
    void everyFaultIsPrintedWithItsPlace() {
        CommandRun run = new CommandRun()
                .checked(new CheckedSpec(Path.of("a.yaml"), "job 'a'", List.of()))
                .checked(new CheckedSpec(
                        Path.of("b.yaml"),
                        "job 'b'",
                        List.of(
                                new Violation("b.yaml:3:5", "/type", "'x' is unknown"),
                                new Violation("", "", "is empty"))));
        assertEquals(2, run.lava("validate", "."));
        assertEquals(
                """
                b.yaml:3:5: /type: 'x' is unknown
                b.yaml: is empty
                2 specs, 2 faults
                """,
                run.out());
    }

    @Test
    void aPlaceWithoutSpecsIsAWrongPlace() {
        CommandRun run = new CommandRun();
        assertEquals(2, run.lava("validate", "empty"));
        assertEquals(
                "lava: there is no spec in 'empty': expected files that end in .json, .yaml or .yml",
                run.err().strip());
    }

    @Test
    void validateWantsAPlace() {
        CommandRun run = new CommandRun();
        assertEquals(2, run.lava("validate"));
        assertTrue(run.err().startsWith("lava: Missing required parameter: 'FILE|DIR'"), run.err());
    }

    @Test
    void pluginsAreListedInColumnsWithTheirFaults() {
        CommandRun run = new CommandRun()
                .plugin(new PluginInfo("connector", "mysql", "io.lava4j.connector.mysql", "1.0", "/lib/a.jar", ""))
                .plugin(new PluginInfo("object store", "", "m", "", "/lib/b.jar", "module 'm': its class is missing"));
        assertEquals(0, run.lava("list"));
        assertEquals(
                """
                KIND          TYPE   MODULE                     VERSION  PLACE
                connector     mysql  io.lava4j.connector.mysql  1.0      /lib/a.jar
                object store  -      m                          -        /lib/b.jar
                fault: module 'm': its class is missing
                """,
                run.out());
    }
}
