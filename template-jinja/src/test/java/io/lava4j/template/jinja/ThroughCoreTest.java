package io.lava4j.template.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;

/** Jobs see the engine through core: variables, messages, and texts that are no templates. */
final class ThroughCoreTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void makeJobs() throws IOException {
        Files.createDirectories(directory.resolve("jobs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            textBlock =
                    """
                    {{ vars.x }}/{{ key }}                          = y/a/b.csv
                    {{ job.job_id }} {{ job.realm }}                = echo dev
                    {{ globals.g }} {{ state.s }}                   = G S
                    {{ ustart.tzname() }} {{ ustart == start }}     = UTC True
                    {{ job.run_id | length }}                       = 36
                    {# nothing #}                                   = ``
                    no template } } % }                             = no template } } % }
                    """)
    void rendersWithTheVariablesOfTheRun(String text, String expected) throws IOException {
        assertEquals(expected, run(text).fields().get("text"));
    }

    @Test
    void aFaultNamesFieldTemplateAndName() throws IOException {
        JobResult result = run("{{ vars.nope }}");
        String message = result.failure().orElseThrow().getMessage();
        assertTrue(message.contains("/parameters/text"), message);
        assertTrue(message.contains("'{{ vars.nope }}'"), message);
        assertTrue(message.contains("'dict object' has no attribute 'nope' (line 1, column 1)"), message);
    }

    private JobResult run(String text) throws IOException {
        Files.writeString(
                directory.resolve("jobs/echo.json"),
                """
                {"job_id": "echo", "type": "echo", "enabled": true, "globals": {"g": "G"}, "state": {"s": "S"},
                 "parameters": {"text": %s, "vars": {"x": "y"}}}
                """
                        .formatted(new ObjectMapper().writeValueAsString(text)));
        try (Lava lava = Lava.builder().specs(directory).realm("dev").build()) {
            return lava.run(JobRequest.job("echo"));
        }
    }
}
