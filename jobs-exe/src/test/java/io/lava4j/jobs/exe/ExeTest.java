package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExeTest {

    @TempDir
    private Path directory;

    @Test
    void whatAProgramWritesIsKeptInS3() {
        Workplace place = new Workplace(directory).script("echo out; echo err >&2");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        assertEquals("out\n", place.kept(result, "run.sh.stdout"));
        assertEquals("err\n", place.kept(result, "run.sh.stderr"));
        String temp = "s3://lava/temp/nightly/" + result.fields().get("run_id") + "/run.sh.";
        assertEquals(
                List.of(Map.of(
                        "payload", "run.sh", "exit_status", 0, "stdout", temp + "stdout", "stderr", temp + "stderr")),
                Workplace.output(result));
        assertEquals(
                List.of("stdout is in '" + temp + "stdout', 4 bytes", "stderr is in '" + temp + "stderr', 4 bytes"),
                result.fields().get("events"));
    }

    @Test
    void whatIsEmptyIsNotKept() {
        Workplace place = new Workplace(directory).script("echo out");
        JobResult result = place.run();
        assertTrue(place.isKept(result, "run.sh.stdout"));
        assertFalse(place.isKept(result, "run.sh.stderr"));
    }

    @Test
    void inDevModeItIsHeard() {
        Workplace place = new Workplace(directory).dev().script("echo out; echo err >&2; exit 3");
        JobResult result = place.run();
        assertEquals(3, result.exitStatus(), result::toJson);
        assertEquals("out\n", place.out());
        assertEquals("err\n", place.err());
        assertEquals(
                "payload 's3://lava/payloads/run.sh' ended with exit status 3; its stderr begins: err",
                Workplace.error(result));
        assertFalse(place.isKept(result, "run.sh.stdout"));
    }

    @ParameterizedTest
    @CsvSource({
        "exit 3,3,3,ended with exit status 3",
        "exit 137,137,137,ended with exit status 137",
        "kill -9 $$,-9,137,died of signal 9",
        "kill -TERM $$,-15,143,died of signal 15"
    })
    void aFailureIsToldWithItsStatus(String script, int inResult, int ofCommand, String how) {
        JobResult result = new Workplace(directory).script(script).run();
        assertEquals(inResult, result.fields().get("exit_status"));
        assertEquals(inResult, Workplace.output(result, 0).get("exit_status"));
        assertEquals(ofCommand, result.exitStatus());
        assertEquals(
                "payload 's3://lava/payloads/run.sh' " + how + "; it wrote nothing to stderr", Workplace.error(result));
    }

    @Test
    void theTimeLimitHasAStatusOfItsOwnAndOutputIsKept() {
        Workplace place = new Workplace(directory).script("echo begun; exec sleep 1000", "parameters: {timeout: 2 s}");
        JobResult result = place.run();
        assertEquals(28, result.exitStatus());
        assertEquals(28, result.fields().get("exit_status"));
        assertEquals("begun\n", place.kept(result, "run.sh.stdout"));
        assertEquals(
                "payload 's3://lava/payloads/run.sh' did not end within its time limit of 2 s and was stopped: make it"
                        + " faster, or 'timeout' longer; it wrote nothing to stderr",
                Workplace.error(result));
    }

    @Test
    void ofStderrTheFirst2000BytesAreToldWhateverTheyAre() {
        String script = "printf 'a\\377b\\303' >&2; head -c 5000 /dev/zero | tr '\\0' x >&2; exit 1";
        String told = "its stderr begins: a\uFFFDb\uFFFD" + "x".repeat(1996);
        Workplace place = new Workplace(directory).script(script);
        assertTrue(Workplace.error(place.run()).endsWith(told), () -> Workplace.error(place.run()));
        place.dev();
        assertTrue(Workplace.error(place.run()).endsWith(told), () -> Workplace.error(place.run()));
    }

    @Test
    void aProgramMayCloseItsOutput() {
        Workplace place = new Workplace(directory).script("exec >&- 2>&-; sleep 0.2; exit 5");
        assertEquals(5, place.run().exitStatus());
        assertEquals(5, place.dev().run().exitStatus());
    }

    @Test
    void aProgramMayBeABinary() throws IOException {
        Workplace place = new Workplace(directory).dev();
        place.payload("tools/say", Files.readAllBytes(Path.of("/bin/echo"))).job("exe", "payload: tools/say hello");
        assertEquals(0, place.run().exitStatus());
        assertEquals("hello\n", place.out());
    }

    @Test
    void argumentsAreWordsEachRenderedByItself() {
        Workplace place = new Workplace(directory).dev().payload("run.sh", "#!/bin/sh\nprintf '[%s]' \"$@\"\n");
        place.job(
                "exe",
                "payload: run.sh -a 'b c' {{vars.spaced}} \"{{ vars.quote }}\" $HOME",
                "parameters:",
                "  args: ['{{ vars.spaced }}', '$(id)', 7, 1.5, '']",
                "  vars: {spaced: 'x  y', quote: \"'\"}");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        assertEquals("[-a][b c][x  y]['][$HOME][x  y][$(id)][7][1.5][]", place.out());
    }

    @Test
    void withoutJinjaNothingIsRenderedAndEnvIsKept() {
        Workplace place = new Workplace(directory).dev().payload("run.sh", "#!/bin/sh\necho \"$1 $2 $E\"\n");
        place.job("exe", "payload: run.sh {{x}}", "parameters: {jinja: no, args: ['{{y}}'], env: {E: '{{z}}'}}");
        assertEquals(0, place.run().exitStatus());
        assertEquals("{{x}} {{y}} {{z}}\n", place.out());
    }

    @Test
    void argumentsGivenAtRunTimeAreData() {
        Workplace place = new Workplace(directory).dev().payload("run.sh", "#!/bin/sh\necho \"$@\"\n");
        place.job("exe", "payload: run.sh '{{ 1 + 1 }}'");
        assertEquals(
                0,
                place.run(JobRequest.job("nightly").withParameters(Map.of("args", List.of("{{ 1 }}"))))
                        .exitStatus());
        assertEquals("2 {{ 1 }}\n", place.out());
    }

    @Test
    void aTemplateThatCannotBeRenderedIsAnErrorBeforeAnythingRuns() {
        Workplace place = new Workplace(directory).script("echo ran", "parameters: {env: {A: '{{ missing }}'}}");
        JobResult result = place.run();
        assertEquals(2, result.exitStatus());
        assertTrue(Workplace.error(result).contains("/parameters/env/A: '{{ missing }}': "), result::toJson);
        assertEquals(List.of(), Workplace.output(result));
    }

    @Test
    void theEnvironmentIsOurOwnThenTheJobsThenThatOfLava() {
        Workplace place = new Workplace(directory)
                .dev()
                .script(
                        "env | grep -E '^(LAVA_|MINE|TMPDIR)' | sort; [ -n \"$PATH\" ] && [ -d \"$TMPDIR\" ]",
                        "owner: me@example.com",
                        "worker: core",
                        "parameters:",
                        "  env: {MINE: 'a {{ realm.realm }}', LAVA_REALM: other, LAVA_S3_KEY: none, TMPDIR: /}");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        Object run = result.fields().get("run_id");
        List<String> lines = place.out().lines().toList();
        assertEquals(
                List.of(
                        "LAVA_JOB_ID=nightly",
                        "LAVA_OWNER=me@example.com",
                        "LAVA_REALM=dev",
                        "LAVA_RUN_ID=" + run,
                        "LAVA_S3_KEY=alias/dev",
                        "LAVA_S3_PAYLOAD=s3://lava/payloads/run.sh",
                        "LAVA_S3_TMP=s3://lava/temp/nightly/" + run,
                        "LAVA_WORKER=core",
                        "MINE=a dev"),
                lines.subList(0, lines.size() - 1));
        assertTrue(lines.get(lines.size() - 1).matches("TMPDIR=.*/lava4j-.*/\\.lava/tmp"), place::out);
    }

    @Test
    void whatAJobDoesNotHaveIsEmptyAndSet() {
        Workplace place = new Workplace(directory).dev().script("set -u; echo \"[$LAVA_OWNER$LAVA_WORKER]\"");
        assertEquals(0, place.run().exitStatus(), place::err);
        assertEquals("[]\n", place.out());
    }

    @Test
    void itWorksInAPrivateDirectoryThatIsGoneAtTheEnd() {
        Workplace place = new Workplace(directory).dev().script("pwd; stat -c %a .; ls; mkdir deep; >deep/file");
        assertEquals(0, place.run().exitStatus());
        List<String> lines = place.out().lines().toList();
        assertEquals(List.of("700", "run.sh"), lines.subList(1, 3));
        assertFalse(Files.exists(Path.of(lines.get(0))), lines::toString);
    }

    @Test
    void connectionsAreProgramsWithTheirIds() {
        Workplace place = new Workplace(directory).dev();
        place.write("connections/dwh.yaml", "conn_id: dwh\ntype: script\nenabled: true\ntext: $(id) it's\n");
        place.script(
                "$LAVA_CONN_MAIN_DB one 'two words'; echo; echo $LAVA_CONNID_MAIN_DB; stat -c %a $LAVA_CONN_MAIN_DB",
                "parameters: {connections: {main_Db: dwh}}");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        assertEquals("$(id) it's one two words\ndwh\n700\n", place.out());
    }

    @Test
    void aConnectionWithoutACommandLineIsAnErrorBeforeAnythingRuns() {
        Workplace place = new Workplace(directory);
        place.write("connections/dwh.yaml", "conn_id: dwh\ntype: mute\nenabled: true\n");
        place.script("echo ran", "parameters: {connections: {DWH: dwh}}");
        JobResult result = place.run();
        assertEquals(2, result.exitStatus());
        assertEquals(
                "connection 'dwh' cannot be used for this: its type 'mute' offers no CommandLine: no executable that opens it;"
                        + " name a connection of a type that does",
                Workplace.error(result));
        assertEquals(List.of(), Workplace.output(result));
    }

    @Test
    void allDirectlyUnderAFolderRunInTheOrderOfTheirKeys() {
        Workplace place = new Workplace(directory).dev();
        for (String name : List.of("b.sh", "a.sh", "Z.sh", "deeper/c.sh")) {
            place.payload("steps/" + name, "#!/bin/sh\necho " + name + " $1 $LAVA_S3_PAYLOAD\n");
        }
        place.payload("steps.sh", "#!/bin/sh\necho other\n").job("exe", "payload: steps/ x");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        String location = " x s3://lava/payloads/steps/\n";
        assertEquals("Z.sh" + location + "a.sh" + location + "b.sh" + location, place.out());
    }

    @Test
    void theFirstFailureStops() {
        Workplace place = new Workplace(directory).dev();
        place.payload("steps/1", "#!/bin/sh\necho 1\n").payload("steps/2", "#!/bin/sh\nexit 4\n");
        place.payload("steps/3", "#!/bin/sh\necho 3\n").job("exe", "payload: steps/");
        JobResult result = place.run();
        assertEquals(4, result.exitStatus());
        assertEquals("1\n", place.out());
        assertEquals(
                List.of(Map.of("payload", "1", "exit_status", 0), Map.of("payload", "2", "exit_status", 4)),
                Workplace.output(result));
    }

    @Test
    void exactlyTheObjectNamedIsMeant() {
        Workplace place = new Workplace(directory).payload("run.sh.old", "x").job("exe", "payload: run.sh");
        JobResult result = place.run();
        assertEquals(1, result.exitStatus());
        assertEquals(
                "payload 's3://lava/payloads/run.sh' does not exist: put it there, or correct 'payload', which is a key"
                        + " under the realm's s3_payloads; one that ends in '/' means all objects directly under it",
                Workplace.error(result));
    }

    @Test
    void aFolderWithoutObjectsIsAnError() {
        Workplace place =
                new Workplace(directory).payload("steps/deeper/c", "x").job("exe", "payload: steps/");
        assertEquals(
                "payload 's3://lava/payloads/steps/': there is no object directly under it; put some there, or correct"
                        + " 'payload'",
                Workplace.error(place.run()));
    }

    @ParameterizedTest
    @CsvSource({"s3_payloads", "s3_temp"})
    void aRealmThatLacksAnAreaIsAnErrorBeforeAnything(String field) {
        Workplace place = new Workplace(directory).script("echo ran");
        place.write("realm.yaml", place.text("realm.yaml").replaceAll(field + ".*\n", ""));
        JobResult result = place.run();
        assertEquals(2, result.exitStatus());
        assertEquals(
                "realm 'dev' has no '" + field + "', which exe and pkg jobs need: expected s3://bucket/prefix in the"
                        + " realm's spec",
                Workplace.error(result));
    }

    @Test
    void aScriptWithDosLineEndsIsToldAsSuch() {
        Workplace place = new Workplace(directory)
                .payload("run.sh", "#!/bin/sh\r\necho ran\r\n")
                .job("exe", "payload: run.sh");
        JobResult result = place.run();
        assertEquals(1, result.exitStatus());
        assertEquals(
                "payload 's3://lava/payloads/run.sh' begins with the line '#!/bin/sh' that ends as lines do on DOS and"
                        + " Windows, in CR LF: the system would look for '/bin/sh\\r'; store it with lines that end in LF,"
                        + " such as dos2unix makes",
                Workplace.error(result));
    }

    @Test
    void aMissingInterpreterIsNamed() {
        Workplace place = new Workplace(directory)
                .payload("run.sh", "#! /opt/none/python -u\n")
                .job("exe", "payload: run.sh");
        assertEquals(
                "payload 's3://lava/payloads/run.sh' begins with the line '#! /opt/none/python -u', and there is no"
                        + " program '/opt/none/python' on this machine: install it, or name another",
                Workplace.error(place.run()));
    }

    @Test
    void whatCannotBeKeptDoesNotHideThatTheProgramFailed() {
        Workplace place = new Workplace(directory).script("echo out; exit 6");
        place.write("objects/lava/temp", "a file where a folder should be");
        JobResult result = place.run();
        assertEquals(6, result.exitStatus(), result::toJson);
        String event = String.valueOf(result.fields().get("events"));
        assertTrue(event.contains("what 'run.sh' wrote could not be kept: object 's3://lava/temp/nightly/"), event);
    }

    @Test
    void whatCannotBeKeptFailsAJobThatIsDone() {
        Workplace place = new Workplace(directory).script("echo out");
        place.write("objects/lava/temp", "a file where a folder should be");
        JobResult result = place.run();
        assertEquals(1, result.exitStatus(), result::toJson);
        assertTrue(Workplace.error(result).startsWith("object 's3://lava/temp/nightly/"), result::toJson);
    }

    @Test
    void aDryRunStartsNothingAndTellsWhatWouldRun() {
        Workplace place = new Workplace(directory);
        place.write("connections/dwh.yaml", "conn_id: dwh\ntype: script\nenabled: true\n");
        place.script("echo ran", "parameters: {args: ['{{ 1 + 1 }}'], connections: {db: dwh}}");
        JobResult result = place.run(JobRequest.job("nightly").dry());
        assertEquals("checked", result.fields().get("status"), result::toJson);
        assertEquals(
                List.of(Map.of("uri", "s3://lava/payloads/run.sh", "bytes", 19L)),
                result.fields().get("objects"));
        assertEquals(List.of("2"), result.fields().get("arguments"));
        assertEquals(Map.of("db", "dwh"), result.fields().get("connections"));
        assertFalse(place.isKept(result, "run.sh.stdout"));
    }

    @Test
    void twoJobsAtOnceDoNotMeet() throws Exception {
        Workplace place = new Workplace(directory);
        place.write("connections/dwh.yaml", "conn_id: dwh\ntype: script\nenabled: true\ntext: hello\n");
        Path meeting = directory.resolve("meeting");
        // Each waits for the other: they run at the same time.
        place.script(
                ">>" + meeting + ".$1; until [ -e " + meeting + ".1 ] && [ -e " + meeting + ".2 ]; do sleep 0.1; done;"
                        + " >own.$1; ls; $LAVA_CONN_DB $1",
                "parameters: {connections: {db: dwh}}");
        try (Lava lava = place.builder().build()) {
            List<CompletableFuture<JobResult>> runs = Stream.of("1", "2")
                    .map(argument -> JobRequest.job("nightly").withParameters(Map.of("args", List.of(argument))))
                    .map(request -> CompletableFuture.supplyAsync(
                            () -> lava.run(request), command -> new Thread(command).start()))
                    .toList();
            for (int i = 0; i < 2; i++) {
                JobResult result = runs.get(i).get();
                assertEquals(0, result.exitStatus(), result::toJson);
                String argument = Integer.toString(i + 1);
                assertEquals("own." + argument + "\nrun.sh\nhello " + argument, place.kept(result, "run.sh.stdout"));
            }
        }
    }

    @Test
    void anInterruptStopsTheProgramAndItsDirectoryIsRemoved() throws Exception {
        Path where = directory.resolve("where");
        Workplace place = new Workplace(directory)
                .script("echo \"$PWD $$\" >" + where + ".new; mv " + where + ".new " + where + "; sleep 1000");
        Thread runner = Thread.currentThread();
        Thread stopper = new Thread(() -> {
            while (!Files.exists(where)) {
                LockSupport.parkNanos(1_000_000);
            }
            runner.interrupt();
        });
        stopper.start();
        JobResult result = place.run();
        assertTrue(Thread.interrupted());
        assertEquals(130, result.exitStatus(), result::toJson);
        assertEquals("interrupted", result.fields().get("status"));
        String[] told = Files.readString(where, StandardCharsets.UTF_8).strip().split(" ");
        assertFalse(Files.exists(Path.of(told[0])));
        assertTrue(ProcessHandle.of(Long.parseLong(told[1])).isEmpty(), "the program's parent has asked for it");
    }
}
