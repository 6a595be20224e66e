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
    @ValueSource(strings = {"run", "validate", "list", "describe", "schema"})
    void everyCommandHasHelp(String command) {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava(command, "--help"));
        assertTrue(run.out().startsWith("Usage: lava " + command), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "list", "describe", "schema"})
    void everyCommandKnowsTheVersion(String command) {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava(command, "--version"));
        assertTrue(run.out().startsWith("lava "), run.out());
    }

    @Test
    void theHelpNamesTheCommandsAndTheExitStatuses() {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava("--help"));
        List.of("run", "validate", "list", "describe", "schema", "LAVA_SPECS", "130 or 143")
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

    private static final PluginInfo MYSQL =
            new PluginInfo("connector", "mysql", "io.lava4j.connector.mysql", "1.0", "/lib/a.jar", "", "", "");
    private static final PluginInfo LIBRARY = new PluginInfo(
            "library",
            "",
            "com.acme.json",
            "2.0",
            "/lib/json.jar",
            "acme",
            "plugin 'acme': 'com.acme.json' is ours",
            "");

    @Test
    void pluginsAreListedInColumnsWithTheirNotesAndFaults() {
        CommandRun run = new CommandRun().plugin(MYSQL).plugin(LIBRARY).pluginFault("plugin 'bad': it is empty");
        assertEquals(0, run.lava("list"));
        assertEquals(
                """
                KIND       TYPE   MODULE                     VERSION  FOLDER
                connector  mysql  io.lava4j.connector.mysql  1.0      -
                library    -      com.acme.json              2.0      acme
                plugin     -      -                          -        acme
                note: plugin 'acme': 'com.acme.json' is ours
                fault: plugin 'bad': it is empty
                """,
                run.out());
        assertEquals("", run.err());
    }

    @Test
    void aFaultOfManyTypesIsListedOnce() {
        CommandRun run = new CommandRun().pluginFault("it is there twice").pluginFault("it is there twice");
        assertEquals(0, run.lava("list"));
        assertEquals(
                1, run.out().lines().filter("fault: it is there twice"::equals).count(), run.out());
    }

    @Test
    void pluginsAreListedForPrograms() {
        CommandRun run = new CommandRun().plugin(MYSQL);
        assertEquals(0, run.lava("list", "--json"));
        assertEquals(
                """
                {
                  "plugins" : [ {
                    "kind" : "connector",
                    "type" : "mysql",
                    "module" : "io.lava4j.connector.mysql",
                    "version" : "1.0",
                    "folder" : "",
                    "place" : "/lib/a.jar",
                    "note" : "",
                    "fault" : ""
                  } ]
                }
                """,
                run.out());
    }

    @Test
    void strictlyListedPluginsEndWithTwoWhenOneIsFaulty() {
        CommandRun run = new CommandRun().plugin(MYSQL);
        assertEquals(0, run.lava("list", "--strict-plugins"));
        run.pluginFault("plugin 'bad': it is empty");
        assertEquals(2, run.lava("--strict-plugins", "list"));
        assertTrue(run.out().endsWith("fault: plugin 'bad': it is empty\n"), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run load", "validate a.yaml", "describe mysql", "schema mysql"})
    void aFaultyPluginIsToldOfOnceAndStopsNothing(String command) {
        CommandRun run = new CommandRun()
                .schemas(type -> CommandRun.schema("connection", type, "{\"properties\": {}}"))
                .checked(new CheckedSpec(Path.of("a.yaml"), "job 'a'", List.of()))
                .pluginFault("plugin 'bad': it is empty");
        assertEquals(0, run.lava(command.split(" ")));
        assertEquals("lava: plugin 'bad': it is empty", run.err().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run load", "validate a.yaml", "describe mysql", "schema mysql"})
    void strictlyAFaultyPluginStopsEverything(String command) {
        CommandRun run = new CommandRun().pluginFault("plugin 'bad': it is empty");
        assertEquals(2, run.lava(("--strict-plugins " + command).split(" ")));
        assertEquals(
                """
                lava: plugin 'bad': it is empty
                lava: with --strict-plugins nothing is done while a plugin is faulty: mend it, or remove it
                """,
                run.err());
        assertEquals("", run.out());
        assertTrue(run.request.isEmpty() && run.validated.isEmpty() && run.closed);
    }
}
