package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What bash offers, asked as bash asks; of types the distribution's tests tell. */
@Timeout(60)
class CompletionTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeSpecs() throws IOException {
        write("specs/realm.yaml", "# ours\nrealm: prod # of all\n");
        write("specs/connections/one.yaml", "# a comment\nconn_id: dwh   # the warehouse\ntype: mysql\n");
        write("specs/connections/two.json", "{\"type\": \"mysql\", \"owner\": {\"conn_id\": \"not.this\"}, \"a\": 1}");
        write("specs/connections/three.yml", "'conn_id': 'with blank'\r\ntype: mysql\r\n");
        write("specs/connections/.hidden.yaml", "conn_id: hidden\n");
        write("specs/connections/notes.txt", "conn_id: notes\n");
        write("specs/jobs/a.json", "{\n  \"job_id\" : \"orders\",\n  \"type\": \"exe\"\n}\n");
        write("specs/jobs/deep/er/b.yaml", "parameters:\n  job_id: not.this\njob_id: \"rates\"\n");
        write("specs/jobs/unnamed.yaml", "type: exe\n");
        write("other/jobs/c.yaml", "job_id: elsewhere\n");
        write("colon/jobs/d.yaml", "job_id: dynamo:one\n");
        write(".own/jobs/d.yaml", "job_id: mine\n");
        write("script", script("bash"));
    }

    @Test
    void commandsAndOptionsAreThoseOfTheHelp() throws Exception {
        assertEquals(
                List.of(
                        "run cli check validate list describe schema completion help",
                        "run",
                        "validate",
                        "--verbose --strict-plugins --help --version",
                        "--dry-run --dev",
                        "--no-dev",
                        "--json --help --version --verbose --strict-plugins",
                        "run",
                        "bash zsh",
                        "text markdown json",
                        "markdown",
                        "markdown"),
                offered(
                        "''",
                        "ru",
                        "-v va",
                        "--",
                        "run --d",
                        "run --no",
                        "list -",
                        "help ru",
                        "completion ''",
                        "describe --format ''",
                        "describe --format m",
                        "describe --format = m"));
    }

    @Test
    void idsAreThoseOfTheSpecs() throws Exception {
        assertEquals(
                List.of(
                        "dwh two with\\ blank",
                        "dwh",
                        "dwh",
                        "orders rates unnamed",
                        "rates",
                        "elsewhere",
                        "elsewhere",
                        "elsewhere",
                        "mine",
                        "prod",
                        "prod",
                        "",
                        ""),
                offered(
                        "cli ''",
                        "cli --realm prod dw",
                        "check --json dw",
                        "run ''",
                        "run --json --param k=v --param a = b ra",
                        "run --specs other ''",
                        "run --specs = other e",
                        "run --specs '~/other' ''",
                        "run --specs ./.own ''",
                        "run --realm ''",
                        "cli --realm = p",
                        "cli --specs nowhere ''",
                        "cli --specs dynamodb: ''"));
    }

    @Test
    void argumentsOfAProgramAndFilesAreLeftToTheShell() throws Exception {
        assertEquals(List.of("", "", "", ""), offered("cli dwh -- ''", "cli dwh ''", "validate sp", "run --param ''"));
    }

    @Test
    void everyOptionOfEveryCommandIsOffered() {
        String script = script("bash");
        for (String command : List.of("run", "cli", "check", "validate", "list", "describe", "schema", "completion")) {
            CommandRun help = new CommandRun();
            help.lava(command, "--help");
            String offered = script.substring(script.indexOf("    '" + command + " -')"));
            help.out()
                    .lines()
                    .filter(line -> line.matches(" +(-., )?--[a-z].*"))
                    .map(line -> line.replaceFirst(".*?(--[a-z-]+).*", "$1"))
                    .forEach(option -> assertTrue(
                            offered.substring(0, offered.indexOf(";;")).contains(option + "\t"),
                            command + " " + option));
        }
    }

    @Test
    void zshGetsTheSameAsAFileOfItsOwn() {
        String bash = script("bash");
        String zsh = script("zsh");
        assertTrue(zsh.startsWith("#compdef lava\n"), zsh);
        String shared = bash.substring(0, bash.indexOf("\n_lava()"));
        assertTrue(zsh.contains(shared), zsh);
    }

    @Test
    void zshOffersTheSameWithItsMeaning() throws Exception {
        if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .noneMatch(path -> Files.isExecutable(Path.of(path, "zsh")))) {
            System.out.println("there is no zsh on PATH: what zsh completes is not looked at");
            return;
        }
        write("script", script("zsh"));
        assertEquals(
                List.of(
                        "validate:Checks specs and prints every fault with file, line and column",
                        "--dry-run:Check everything and change nothing",
                        "bash|zsh",
                        "text|markdown|json",
                        "dwh|two|with blank",
                        "dynamo\\:one|files",
                        "--specs:The directory of specs, or a store of them",
                        "directories"),
                answers(
                        List.of("zsh", "-f", "ask"),
                        """
                        compdef() { }
                        compset() { PREFIX=${PREFIX#*=} }
                        _describe() { told+=(${(P)2}) }
                        _files() { [[ $1 == -/ ]] && told+=(directories) || told+=(files) }
                        source ./script
                        ask() {
                            local words=(lava "$@") CURRENT=$(($# + 1)) PREFIX=${@[-1]}
                            local -a told
                            _lava
                            print -r -- ${(j:|:)told}
                        }
                        ask va | tr '|' '\\n' | grep ^va
                        ask run --d | tr '|' '\\n' | grep ^--dr
                        ask completion ''
                        ask describe --format=
                        ask cli ''
                        ask run --specs colon ''
                        ask run --spe | tr '|' '\\n' | grep ^--specs
                        ask run --specs ''
                        """));
    }

    private static String script(String shell) {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava("completion", shell), run.err());
        return run.out();
    }

    /** What bash offers for the last word of each line, which holds all words after lava. */
    private List<String> offered(String... lines) throws IOException, InterruptedException {
        String questions = Stream.of(lines).map(line -> "ask " + line + "\n").collect(Collectors.joining());
        return answers(
                List.of("bash", "--norc", "ask"),
                """
                source ./script
                ask() {
                    COMP_WORDS=(lava "$@")
                    COMP_CWORD=$#
                    _lava lava
                    echo "${COMPREPLY[*]}"
                }
                """
                        + questions);
    }

    /** The lines that a shell says to a script named ask. */
    private List<String> answers(List<String> command, String ask) throws IOException, InterruptedException {
        write("ask", ask);
        ProcessBuilder shell =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        shell.environment().put("LAVA_SPECS", "specs");
        shell.environment().put("HOME", folder.toString());
        Process process = shell.start();
        List<String> answers =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, process.waitFor(), answers::toString);
        return answers;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
