package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program finds: arguments, environment, directory, connections. */
class ExeSurroundingsTest {

    @TempDir
    private Path directory;

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
    void withoutJinjaNothingIsRenderedAndEnvIsKept() {
        Workplace place = new Workplace(directory).dev().payload("run.sh", "#!/bin/sh\necho \"$1 $2 $E\"\n");
        place.job("exe", "payload: run.sh {{x}}", "parameters: {jinja: no, args: ['{{y}}'], env: {E: '{{z}}'}}");
        assertEquals(0, place.run().exitStatus());
        assertEquals("{{x}} {{y}} {{z}}\n", place.out());
    }

    @Test
    void numbersAndBooleansOfEnvComeAsText() {
        Workplace place = new Workplace(directory).dev();
        place.script(
                "echo $PORT $RATE $MOST $LESS $STRICT $LAX $VERSION",
                "parameters:",
                "  env: {PORT: 3306, RATE: 0.25, MOST: 1e21, LESS: -7, STRICT: true, LAX: false, VERSION: '1.10'}");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        assertEquals("3306 0.25 1000000000000000000000 -7 true false 1.10\n", place.out());
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

    /** What a program does to one neither fails the job nor keeps the others open. */
    @Test
    void allConnectionsAreClosed() {
        Workplace place = new Workplace(directory).dev();
        place.write("connections/dwh.yaml", "conn_id: dwh\ntype: script\nenabled: true\n");
        place.script("rm $LAVA_CONN_B; echo $LAVA_CONN_B", "parameters: {connections: {a: dwh, b: dwh, c: dwh}}");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        String gone = place.out().strip();
        assertEquals(
                List.of(
                        "C is closed",
                        "'" + gone + "' did not close: java.nio.file.NoSuchFileException: " + gone,
                        "A is closed"),
                place.events().stream().filter(event -> event.contains("close")).toList());
    }

    /** Another thread starts a program while a connection's is being written: for a moment both have it open. */
    @Test
    void aProgramRunsWhenNobodyHasItOpenAnyMore() {
        Workplace place = new Workplace(directory).dev();
        place.write("connections/dwh.yaml", "conn_id: dwh\ntype: held\nenabled: true\ntext: free\n");
        place.script("$LAVA_CONN_DB", "parameters: {connections: {db: dwh}}");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        assertEquals("free ", place.out());
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
}
