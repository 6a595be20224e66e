package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where goes what a program writes. */
class ExeOutputTest {

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
}
