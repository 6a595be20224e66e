package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no server. */
class CommandTest {

    private static Ended list;

    private final LavaProgram lava = LavaProgram.assembled();

    @TempDir
    private Path directory;

    /** What is listed is the same each time. */
    @BeforeAll
    static void list() {
        list = LavaProgram.assembled().run("list");
    }

    @Test
    void theVersionNamesTheModulesVersionAndTheJdkUnderTest() {
        Ended version = lava.run("--version");
        assertEquals(0, version.status(), version.err());
        assertTrue(
                version.out().matches("lava [0-9]+\\.[0-9]+\\.[0-9]+\\S* on Java " + LavaProgram.major() + "\\b.*\\R"),
                version.out());
        assertEquals("", version.err());
    }

    @ParameterizedTest
    @CsvSource({
        "connector, mysql, io.lava4j.connector.mysql",
        "connector, mariadb, io.lava4j.connector.mysql",
        "connector, mysql-aurora, io.lava4j.connector.mysql.aurora",
        "connector, mysql-rds, io.lava4j.connector.mysql.aurora",
        "connector, mariadb-rds, io.lava4j.connector.mysql.aurora",
        "authentication, mysql-aurora, io.lava4j.connector.mysql.aurora",
        "authentication, mysql-rds, io.lava4j.connector.mysql.aurora",
        "authentication, mariadb-rds, io.lava4j.connector.mysql.aurora",
        "job, db_from_s3, io.lava4j.jobs.dbfroms3",
        "job, exe, io.lava4j.jobs.exe",
        "job, pkg, io.lava4j.jobs.exe",
        "secret store, -, io.lava4j.aws",
        "object store, -, io.lava4j.aws",
        "spec store, dynamodb, io.lava4j.aws",
        "template engine, -, io.lava4j.template.jinja"
    })
    void everyPluginIsListedWithItsModuleVersionAndNoFolder(String kind, String type, String module) {
        assertEquals(0, list.status(), list.err());
        String line = kind + " +" + type + " +" + module + " +[0-9.]+\\S* +-";
        assertTrue(list.lines().stream().anyMatch(text -> text.matches(line)), list.out());
    }

    @Test
    void noPluginHasAFault() {
        assertTrue(list.lines().stream().noneMatch(line -> line.startsWith("fault:")), list.out());
    }

    @Test
    void theExamplesAreValid() {
        Ended validate = lava.run("validate", Path.of("..", "examples", "specs"));
        assertEquals("13 specs, 0 faults", validate.out().strip(), validate.err());
        assertEquals(0, validate.status());
    }

    @Test
    void theSpecsInTheReadmeAreValid() throws IOException {
        String readme = Files.readString(LavaProgram.home().resolve("README.md"));
        List<MatchResult> specs = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .toList();
        assertEquals(3, specs.size());
        for (MatchResult spec : specs) {
            Ended validate = lava.run("validate", Files.writeString(directory.resolve("spec.yaml"), spec.group(1)));
            assertEquals("1 spec, 0 faults", validate.out().strip(), validate.err());
        }
    }

    @Test
    void aSpecWithSevenFaultsShowsExactlySeven() throws IOException {
        Path spec = Files.writeString(
                Files.createDirectories(directory.resolve("connections")).resolve("dwh.yaml"),
                """
                conn_id: dwh
                type: mysql
                enabled: perhaps
                host: [a, b]
                port: 70000
                database: sales
                user: 12
                password: true
                ssl: {}
                ca_crt: ca.pem
                """);
        Ended validate = lava.run("validate", directory);
        assertEquals(2, validate.status(), validate.err());
        assertEquals("1 spec, 7 faults", validate.lines().get(validate.lines().size() - 1), validate.out());
        assertEquals(8, validate.lines().size(), validate.out());
        List.of(
                        "3:10: /enabled",
                        "4:7: /host",
                        "5:7: /port",
                        "10:1: /ca_crt",
                        "7:7: /user",
                        "8:11: /password",
                        "9:6: /ssl")
                .forEach(place -> assertTrue(validate.out().contains(spec + ":" + place + ": "), validate.out()));
        assertTrue(validate.out().contains("did you mean 'ca_cert'?"), validate.out());
    }

    @Test
    void aConnectorTypeIsDescribedAsItsPageIs() {
        Ended describe = lava.run("describe", "mysql", "--format", "markdown");
        assertEquals(0, describe.status(), describe.err());
        List.of(
                        "# Connector type: mysql",
                        "|Field|Type|Required|Description|",
                        "|conn\\_id|String|Yes|",
                        "|enabled|Boolean|Yes|",
                        "|host|String|Yes*|",
                        "|password|String|No*|",
                        "|port|Number|Yes*|",
                        "|preserve\\_case|Boolean|No|",
                        "|type|String|Yes|`mysql`|",
                        "Fields with a **Required** column marked with `*` can have a value provided")
                .forEach(start -> assertTrue(
                        describe.lines().stream().anyMatch(line -> line.startsWith(start)),
                        start + " is not in " + describe.out()));
    }

    @Test
    void everyFieldOfASchemaHasATitleAndADescription() {
        for (String type :
                List.of("mysql", "mariadb", "mysql-aurora", "mysql-rds", "mariadb-rds", "db_from_s3", "exe", "pkg")) {
            Ended schema = lava.run("schema", type);
            assertEquals(0, schema.status(), schema.err());
            Map<?, ?> root = Json.object(schema.out());
            assertEquals("https://json-schema.org/draft/2020-12/schema", root.get("$schema"));
            assertTrue(String.valueOf(root.get("$id")).endsWith("/" + type), schema.out());
            assertEquals(List.of(), undescribed(root), type);
        }
    }

    private static List<String> undescribed(Map<?, ?> schema) {
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        return properties.entrySet().stream()
                .flatMap(property -> {
                    Map<?, ?> field = (Map<?, ?>) property.getValue();
                    boolean told = field.containsKey("title") && field.containsKey("description");
                    Stream<String> within =
                            field.containsKey("properties") ? undescribed(field).stream() : Stream.empty();
                    return Stream.concat(told ? Stream.empty() : Stream.of("" + property.getKey()), within);
                })
                .toList();
    }

    @Test
    void anUnknownTypeIsAWrongCommandWithTheNearest() {
        Ended describe = lava.run("describe", "mysq");
        assertEquals(2, describe.status(), describe.out());
        assertEquals(
                "lava: type 'mysq' is unknown; did you mean 'mysql'? Connectors: mariadb, mariadb-rds, mysql, mysql-aurora, mysql-rds. Jobs: db_from_s3, exe, pkg.",
                describe.err().strip());
    }

    @Test
    void aJobThatIsNotThereIsAWrongCommand() throws IOException {
        Ended run = lava.run("run", "load", "--specs", directory, "--realm", "dev");
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("lava: job 'load'"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aFailureIsJsonTooWhenAskedFor() throws IOException {
        Ended run = lava.run("run", "load", "--specs", directory, "--realm", "dev", "--json");
        assertEquals(2, run.status(), run.err());
        Map<?, ?> result = Json.object(run.out());
        assertEquals(2, result.get("exit_status"));
        assertTrue(String.valueOf(result.get("error")).startsWith("job 'load'"), run.out());
    }

    @Test
    void aJobThatIsNotEnabledIsSkipped() throws IOException {
        Path job = Files.writeString(
                directory.resolve("job.yaml"),
                """
                job_id: load
                type: db_from_s3
                parameters: {db_conn_id: dwh, bucket: b, key: k, schema: s, table: t, mode: append}
                """);
        Ended run = lava.run("run", job, "--realm", "dev", "--specs", directory);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().startsWith("job 'load' skipped"), run.out());
        assertEquals("job 'load' is not enabled: skipped", run.err().strip());
    }

    @Test
    void argumentsKeepTheirCharactersInTheCLocale() {
        Ended run = lava.with(Map.of("LC_ALL", "C")).run("run", "größe-Ω", "--specs", directory, "--realm", "dev");
        assertTrue(run.err().contains("'größe-Ω'"), run.err());
    }

    @Test
    void itStartsThroughSymbolicLinks() throws IOException {
        Path program = LavaProgram.home().resolve("bin/lava").toAbsolutePath();
        Path first = Files.createSymbolicLink(directory.resolve("first"), program);
        Path second = Files.createSymbolicLink(directory.resolve("second"), first.getFileName());
        Ended version = new LavaProgram(second, lava.environment()).run("--version");
        // JUnit warns of links that lead out of its directory.
        Files.delete(second);
        Files.delete(first);
        assertEquals(0, version.status(), version.err());
    }

    @Test
    void anOldJavaIsRefused() throws IOException {
        Path java = Files.createDirectories(directory.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit 99\n");
        assertTrue(java.toFile().setExecutable(true));
        Files.writeString(directory.resolve("release"), "JAVA_VERSION=\"11.0.22\"\n");
        Ended version = lava.with(Map.of("JAVA_HOME", directory.toString())).run("--version");
        assertEquals(2, version.status());
        assertEquals(
                "lava: java '" + java + "': is version 11, expected 17 or later; set JAVA_HOME to one",
                version.err().strip());
    }

    @Test
    void aMissingJavaIsNamed() {
        Ended version = lava.with(Map.of("JAVA_HOME", directory.resolve("none").toString()))
                .run("--version");
        assertEquals(2, version.status());
        assertEquals(
                "lava: JAVA_HOME '" + directory.resolve("none")
                        + "': holds no bin/java; set it to the directory of a JDK, 17 or later",
                version.err().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "--version"})
    void aResultThatCannotBeWrittenIsAFailure(String command) throws Exception {
        assertEquals(
                "lava: stdout: cannot be written (No space left on device), and what it got is not all; make room there, or"
                        + " send it elsewhere\n1\n",
                inShell("\"$0\" " + command + " 2>&1 >/dev/full; echo $?"));
    }

    @Test
    void whoReadsNoFurtherIsToldNothing() throws Exception {
        assertEquals("0\n", inShell("exec 3>&1; { \"$0\" list 2>&3; echo $? >&3; } | :"));
    }

    @Test
    void optionsForJavaAreAddedAndACollectorTakesThePlaceOfOurs() {
        Ended version = lava.with(Map.of("LAVA_JAVA_OPTS", "-XX:+UseParallelGC -Xmx200m"))
                .run("--version");
        assertEquals(0, version.status(), version.err());
    }

    @Test
    void whatJavaItselfSaysIsNoResult() {
        Ended start = lava.with(Map.of("LAVA_JAVA_OPTS", "-Xmx1k")).run("--version");
        assertEquals("", start.out());
        assertTrue(start.err().contains("Too small maximum heap"), start.err());
        assertEquals(1, start.status());
    }

    @Test
    void aPathThatJavaCannotTakeForModulesIsRefused() throws IOException {
        Path odd = Files.createDirectories(directory.resolve("a:b/bin"));
        Path script = Files.copy(lava.executable(), odd.resolve("lava"), StandardCopyOption.COPY_ATTRIBUTES);
        Ended start = new LavaProgram(script, lava.environment()).run("--version");
        assertEquals(
                "lava: directory '" + directory.toRealPath().resolve("a:b")
                        + "': Java takes none with a colon for modules; install lava in another",
                start.err().strip());
        assertEquals(2, start.status());
    }

    /** With lava as $0. */
    private String inShell(String script) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", script, lava.executable().toString());
        shell.environment().clear();
        shell.environment().putAll(lava.environment());
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return said;
    }
}
