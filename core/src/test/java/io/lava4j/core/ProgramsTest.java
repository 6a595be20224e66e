package io.lava4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.Listener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What core does for jobs that run programs. */
class ProgramsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"3,3,3", "255,255,255", "-9,-9,137", "-15,-15,143"})
    void theStatusOfAProgramIsThatOfItsJob(String status, int ofResult, int ofCommand) {
        Workspace specs = new Workspace(directory);
        specs.job("end " + status);
        JobResult result = specs.run();
        assertEquals(ofResult, result.fields().get("exit_status"));
        assertEquals(ofCommand, result.exitStatus());
        assertEquals("failed", result.fields().get("status"));
    }

    @Test
    void aJobHasAPrivateDirectoryUntilItEnds() {
        Workspace specs = new Workspace(directory);
        specs.job("directory");
        JobResult result = specs.run();
        Path made = Path.of((String) result.fields().get("directory"));
        assertTrue(made.isAbsolute() && made.getFileName().toString().startsWith("lava4j-"), made::toString);
        assertFalse(Files.exists(made));
    }

    @Test
    void aListenerThatHearsOutputIsGivenIt() {
        Workspace specs = new Workspace(directory);
        specs.job("write words");
        List<String> heard = new ArrayList<>();
        Listener hearing = new Listener() {
            @Override
            public boolean hearsOutput() {
                return true;
            }

            @Override
            public void output(Channel channel, byte[] bytes) {
                heard.add(channel + " " + new String(bytes, StandardCharsets.UTF_8));
            }
        };
        try (Lava lava = specs.builder().listener(hearing).build()) {
            assertEquals(0, lava.run(JobRequest.job("load")).exitStatus());
        }
        assertEquals(List.of("ERR words"), heard);
        assertEquals(0, specs.run().exitStatus());
    }
}
