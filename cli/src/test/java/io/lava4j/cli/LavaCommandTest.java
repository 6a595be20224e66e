package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.CheckedSpec;
import io.lava4j.core.PluginInfo;
import io.lava4j.core.error.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LavaCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"run", "cli", "validate", "list", "describe", "schema", "completion"})
    void everyCommandHasHelp(String command) {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava(command, "--help"));
        assertTrue(run.out().startsWith("Usage: lava " + command), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "cli", "validate", "list", "describe", "schema", "completion"})
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
    void theHelpOfACommandIsThereByItsNameToo() {
        CommandRun help = new CommandRun();
        assertEquals(0, help.lava("help", "run"));
        CommandRun option = new CommandRun();
        option.lava("run", "--help");
        assertEquals(option.out(), help.out());
    }

    @ParameterizedTest
    @CsvSource({"55, 55", "60, 60", "80, 80", "200, 100"})
    void noHelpIsWiderThanATerminal(int columns, int width) {
        Terminal terminal = new Terminal(true, true, OptionalInt.of(columns), false, false);
        assertNoHelpIsWiderThan(width, () -> new CommandRun().on(terminal));
    }

    @Test
    void elsewhereHelpIsAsWideAsATerminalMostlyIs() {
        assertNoHelpIsWiderThan(80, CommandRun::new);
    }

    private static void assertNoHelpIsWiderThan(int width, Supplier<CommandRun> runs) {
        for (String command : "run cli validate list describe schema completion help".split(" ")) {
            CommandRun run = runs.get();
            run.lava("help", command);
            assertTrue(run.out().startsWith("Usage: ") || run.out().startsWith("Shows"), run.out());
            run.lava("--help");
            run.out().lines().forEach(line -> assertTrue(line.length() <= width, line));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "cli", "validate", "list", "describe", "schema", "completion"})
    void theFirstLinesOfAHelpNameEveryOption(String command) {
        CommandRun run = new CommandRun();
        run.lava(command, "--help");
        String synopsis = run.out()
                .lines()
                .takeWhile(line -> line.matches("(Usage:| {8}).*"))
                .collect(Collectors.joining());
        Pattern.compile("(?m)^      (--[a-z-]+)")
                .matcher(run.out())
                .results()
                .forEach(option -> assertTrue(synopsis.contains(option.group(1)), run::out));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help run", "-h run", "-vh run", "--verbose --help list"})
    void helpThatIsAskedForBeforeACommandListsAll(String arguments) {
        CommandRun help = new CommandRun();
        help.lava("--help");
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava(arguments.split(" ")));
        assertEquals(help.out(), run.out());
    }

    @Test
    void withoutACommandTheUsageIsWrongAndShown() {
        CommandRun help = new CommandRun();
        help.lava("--help");
        CommandRun run = new CommandRun();
        assertEquals(2, run.lava());
        assertEquals(help.out(), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            quoteCharacter = '"',
            value = {
                "run load --jsno%option '--jsno' is unknown; did you mean '--json'?",
                "run load --jsno=1%option '--jsno' is unknown; did you mean '--json'?",
                "run load --frobnicate%option '--frobnicate' is unknown; try 'lava run --help'",
                "run load -x%option '-x' is unknown; try 'lava run --help'",
                "cli dwh -e 1%option '-e' is unknown; try 'lava cli --help': those of a program come after --",
                "run load twice%argument 'twice' is one too many; try 'lava run --help'",
                "run%JOB is missing; try 'lava run --help'",
                "run load --param%option '--param' lacks its value, NAME=TEXT; try 'lava run --help'",
                "lst%command 'lst' is unknown; did you mean 'list'?",
                "help lst%command 'lst' is unknown; did you mean 'list'?",
                "-- run%command 'run' stands behind --: put it first; try 'lava --help'",
                "completion fish%SHELL 'fish' is unknown: expected one of bash, zsh; try 'lava completion --help'",
                "completion zhs%SHELL 'zhs' is unknown; did you mean 'zsh'?",
                "describe mysql --format=makrdown%option '--format': 'makrdown' is unknown; did you mean 'markdown'?",
                "load%command 'load' is unknown: expected one of run, cli, check, validate, list, describe, schema,"
                        + " completion, help; try 'lava --help'",
                "validate%FILE|DIR is missing; try 'lava validate --help'"
            })
    void aWrongCommandIsToldWithWhatToDo(String arguments, String message) {
        CommandRun run = new CommandRun();
        assertEquals(2, run.lava(arguments.split(" ")));
        assertEquals("lava: " + message, run.err().strip());
        assertEquals("", run.out());
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
                "lava: there is no spec in 'empty': expected files that end in .json, .yaml or .yml; name the place of yours",
                run.err().strip());
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
    void onANarrowTerminalEmptyColumnsAreLeftOutAndTheWidestIsBroken() {
        CommandRun run = new CommandRun()
                .on(new Terminal(true, true, OptionalInt.of(59), false, false))
                .plugin(MYSQL);
        assertEquals(0, run.lava("list"));
        assertEquals(
                """
                KIND       TYPE   MODULE                     VERSION
                connector  mysql  io.lava4j.connector.mysql  1.0
                """,
                run.out());
        run = new CommandRun()
                .on(new Terminal(true, true, OptionalInt.of(43), false, false))
                .plugin(MYSQL);
        assertEquals(0, run.lava("list"));
        assertEquals(
                """
                KIND       TYPE   MODULE            VERSION
                connector  mysql  io.lava4j.connec  1.0
                                  tor.mysql
                """,
                run.out());
    }

    @Test
    void onATerminalWithColoursHeadingsAndTheNumberOfFaultsStandOut() {
        Terminal colored = new Terminal(true, true, OptionalInt.empty(), true, false);
        CommandRun run = new CommandRun().on(colored).plugin(MYSQL);
        assertEquals(0, run.lava("list"));
        assertTrue(
                run.out().startsWith("\033[1mKIND       TYPE   MODULE                     VERSION  FOLDER\033[0m\n"),
                run.out());
        run = new CommandRun().on(colored).checked(new CheckedSpec(Path.of("a.yaml"), "job 'a'", List.of()));
        assertEquals(0, run.lava("validate", "."));
        assertEquals("1 spec, \033[32m0 faults\033[0m", run.out().strip());
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
