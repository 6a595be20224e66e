package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lava4j.core.JobResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    }

    @Test
    void inDevModeItIsHeard() {
        Workplace place = new Workplace(directory).dev().script("echo out; echo err >&2");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        assertEquals("out\n", place.out());
        assertEquals("err\n", place.err());
        assertFalse(place.isKept(result, "run.sh.stdout"));
    }
}
