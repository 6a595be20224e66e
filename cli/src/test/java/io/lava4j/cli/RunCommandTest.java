package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobRequest;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

    private static final Map<String, Object> LOADED = Map.ofEntries(
            Map.entry("status", "done"),
            Map.entry("job_id", "load"),
            Map.entry("schema", "demo"),
            Map.entry("table", "lineitem"),
            Map.entry("rows", 600_572L),
            Map.entry("files", 1),
            Map.entry("bytes", 74_246_996L),
            Map.entry("skipped", 0),
            Map.entry("warnings", 3),
            Map.entry("elapsed", 4.93));

    @Test
    void aNameIsAJobOfTheSpecStore() {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava("run", "load-lineitem"));
        assertEquals(Optional.of(JobRequest.job("load-lineitem")), run.request);
        assertTrue(run.closed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"job.json", "dir/job.yaml", "/a/job.yml", "JOB.YAML"})
    void aNameThatEndsLikeASpecFileIsAFile(String name) {
        CommandRun run = new CommandRun();
        assertEquals(0, run.lava("run", name));
        assertEquals(Optional.of(JobRequest.file(Path.of(name))), run.request);
    }

    @Test
    void specsAndRealmComeFromTheEnvironmentUnlessGiven() {
        CommandRun run = new CommandRun(Map.of("LAVA_SPECS", "from-env", "LAVA_REALM", "dev"));
        run.lava("run", "load");
        assertEquals("from-env", run.specs);
        assertEquals(Optional.of("dev"), run.realm);
        run.lava("run", "load", "--specs", "dynamodb:", "--realm", "prod");
        assertEquals("dynamodb:", run.specs);
        run.lava("run", "load", "--specs", "given", "--realm", "prod");
        assertEquals("given", run.specs);
        assertEquals(Optional.of("prod"), run.realm);
    }

    @Test
    void withoutAnythingGivenTheSpecsAreInTheCurrentDirectory() {
        CommandRun run = new CommandRun(Map.of("LAVA_SPECS", "", "LAVA_REALM", ""));
        run.lava("run", "load");
        assertEquals("", run.specs);
        assertEquals(Optional.empty(), run.realm);
    }

    @Test
    void parametersAreTextsOrJson() {
        CommandRun run = new CommandRun();
        int status = run.lava(
                "run",
                "load",
                "--force",
                "--param",
                "key=a=b:=c",
                "--param",
                "min_size:=10",
                "--param",
                "args:=[\"X\"]");
        assertEquals(0, status, run.err());
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("key", "a=b:=c");
        expected.put("min_size", 10);
        expected.put("args", List.of("X"));
        assertEquals(Optional.of(JobRequest.job("load").withParameters(expected).forced()), run.request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "key|parameter 'key': expected name=text, or name:=json for any other value",
                "=text|parameter '=text': expected name=text, or name:=json for any other value",
                ":=1|parameter ':=1': expected name=text, or name:=json for any other value",
                "n:=abc|parameter 'n': 'abc' is not JSON; a text is given as n=text, or in double quotes",
                "n:=1 2|parameter 'n': '1 2' is not JSON; a text is given as n=text, or in double quotes",
                "n:={\"a\":1,\"a\":2}|parameter 'n': '{\"a\":1,\"a\":2}' is not JSON; a text is given as n=text,"
                        + " or in double quotes"
            })
    void aWrongParameterIsWrongUsage(String argument, String message) {
        CommandRun run = new CommandRun();
        assertEquals(2, run.lava("run", "load", "--param", argument));
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().endsWith("; try 'lava run --help'" + System.lineSeparator()), run.err());
        assertEquals(Optional.empty(), run.request);
    }

    @Test
    void aParameterGivenTwiceIsWrongUsage() {
        CommandRun run = new CommandRun();
        assertEquals(2, run.lava("run", "load", "--param", "a=1", "--param", "a:=2"));
        assertTrue(run.err().startsWith("lava: parameter 'a' is given twice; give it once"), run.err());
    }

    @Test
    void eventsGoToStderrAndTheResultToStdout() {
        CommandRun run = new CommandRun().job((request, listener) -> {
            listener.event("the table is locked");
            return CommandRun.done(LOADED);
        });
        assertEquals(0, run.lava("run", "load"));
        assertEquals("the table is locked", run.err().strip());
        assertEquals(
                """
                job 'load' done in 4.9 s
                  table    demo.lineitem
                  rows     600,572
                  files    1
                  bytes    74.2 MB
                  warnings 3
                """,
                run.out());
    }

    @Test
    void aDryRunPrintsWhatTheRunWouldDo() {
        Map<String, Object> plan = Map.ofEntries(
                Map.entry("status", "checked"),
                Map.entry("job_id", "load"),
                Map.entry("schema", "demo"),
                Map.entry("table", "lineitem"),
                Map.entry("files", 2),
                Map.entry("bytes", 1_234_567L),
                Map.entry("load_path", "client"),
                Map.entry("load_path_reason", "there is no other"),
                Map.entry(
                        "objects",
                        List.of(
                                Map.of("uri", "s3://b/one", "bytes", 1_234_560L),
                                Map.of("uri", "s3://b/two", "bytes", 7L))),
                Map.entry("statements", List.of("DELETE FROM t", "LOAD DATA …", "LOAD DATA …")),
                Map.entry("elapsed", 0.3));
        CommandRun run = new CommandRun().job((request, listener) -> CommandRun.done(plan));

        assertEquals(0, run.lava("run", "load", "--dry-run"));

        assertEquals(Optional.of(JobRequest.job("load").dry()), run.request);
        assertEquals(
                """
                job 'load' checked in 0.3 s; nothing was changed
                  table    demo.lineitem
                  files    2
                  bytes    1.2 MB
                  path     client: there is no other
                  file     s3://b/one, 1,234,560 bytes
                  file     s3://b/two, 7 bytes
                  sql      DELETE FROM t
                  sql      LOAD DATA …
                """,
                run.out());
    }

    @Test
    void aSkippedJobIsNoFailure() {
        CommandRun run = new CommandRun()
                .job((request, listener) -> CommandRun.done(Map.of("status", "skipped", "job_id", "load")));
        assertEquals(0, run.lava("run", "load"));
        assertEquals("job 'load' skipped", run.out().strip());
    }

    @Test
    void jsonIsAllThatStdoutHolds() {
        CommandRun run = new CommandRun().job((request, listener) -> {
            listener.event("the table is locked");
            return CommandRun.done(Map.of("job_id", "load"));
        });
        assertEquals(0, run.lava("run", "load", "--json"));
        assertEquals("{\"job_id\":\"load\"}", run.out().replaceAll("\\s", ""));
        assertEquals("", run.err());
    }

    @Test
    void onATerminalTheResultTakesThePlaceOfTheProgress() {
        CommandRun run = new CommandRun().onTerminal().job((request, listener) -> {
            listener.progress(10, 10);
            return CommandRun.done(Map.of("job_id", "load"));
        });
        assertEquals(0, run.lava("run", "load", "--json"));
        assertTrue(run.err().endsWith("10 bytes of 10 bytes, 100 %\r\033[?7h\r\033[J"), run.err());
    }

    @Test
    void onATerminalEventsAndResultsAreBrokenBetweenWords() {
        Terminal narrow = new Terminal(true, true, OptionalInt.of(40), false, true);
        CommandRun run = new CommandRun().on(narrow).job((request, listener) -> {
            listener.event("statement: LOAD DATA LOCAL INFILE 'lava4j' INTO TABLE `demo`.`t`");
            return CommandRun.done(Map.of(
                    "status",
                    "checked",
                    "job_id",
                    "load",
                    "statements",
                    List.of("DELETE FROM a_table_of_a_long_name" + " WHERE TRUE")));
        });
        assertEquals(0, run.lava("run", "load"));
        assertEquals(
                """
                statement: LOAD DATA LOCAL INFILE
                  'lava4j' INTO TABLE `demo`.`t`
                """,
                run.err());
        assertEquals(
                """
                job 'load' checked; nothing was changed
                  sql      DELETE FROM
                           a_table_of_a_long_name WHERE
                           TRUE
                """,
                run.out());
    }

    @Test
    void inColoursTheEndAndTheErrorStandOut() {
        Terminal colored = new Terminal(true, true, OptionalInt.empty(), true, true);
        CommandRun run = new CommandRun()
                .on(colored)
                .job((request, listener) -> CommandRun.done(Map.of("status", "done", "job_id", "load")));
        assertEquals(0, run.lava("run", "load"));
        assertEquals("job 'load' \033[32mdone\033[0m", run.out().strip());
        run.job((request, listener) -> CommandRun.failed(new JobFailedException("bucket 'b': does not exist")));
        assertEquals(1, run.lava("run", "load"));
        assertEquals(
                "\033[1;31mlava:\033[0m bucket 'b': does not exist", run.err().strip());
    }

    @Test
    void aFailedJobSaysWhyAndEndsWithOne() {
        CommandRun run = new CommandRun()
                .job((request, listener) -> CommandRun.failed(new JobFailedException("bucket 'b': does not exist")));
        assertEquals(1, run.lava("run", "load"));
        assertEquals("lava: bucket 'b': does not exist", run.err().strip());
        assertEquals("", run.out());
    }

    @Test
    void aStackTraceIsPrintedOnlyWhenAskedFor() {
        CommandRun run = new CommandRun()
                .job((request, listener) -> CommandRun.failed(new JobFailedException("bucket 'b': does not exist")));
        run.lava("run", "load");
        assertFalse(run.err().contains("\tat "), run.err());
        run.lava("run", "load", "-v");
        assertTrue(run.err().contains("\tat "), run.err());
    }

    @Test
    void aRefusedSpecEndsWithTwo() {
        CommandRun run = new CommandRun()
                .job((request, listener) ->
                        CommandRun.failed(new ConfigurationException("connection 'dwh': is not enabled")));
        assertEquals(2, run.lava("run", "load"));
        assertEquals("lava: connection 'dwh': is not enabled", run.err().strip());
    }

    @Test
    void anInterruptedRunEndsWith130() {
        CommandRun run = new CommandRun()
                .job((request, listener) -> CommandRun.failed(new CancelledException("job 'load': was interrupted")));
        assertEquals(130, run.lava("run", "load"));
        assertEquals("lava: job 'load': was interrupted", run.err().strip());
    }

    @Test
    void anUnforeseenErrorIsReportedAsADefect() {
        CommandRun run = new CommandRun().job((request, listener) -> {
            throw new IllegalStateException("no such thing");
        });
        assertEquals(1, run.lava("run", "load"));
        assertEquals(
                "lava: this is a defect of lava or of a plugin, please report it with what -v prints:"
                        + " java.lang.IllegalStateException: no such thing",
                run.err().strip());
        assertTrue(run.closed);
    }
}
