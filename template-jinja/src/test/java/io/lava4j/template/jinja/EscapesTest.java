package io.lava4j.template.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Escapes that are published for Jinja2, Jinjava, Twig, Freemarker, Velocity, Thymeleaf and Spring's EL: each ends in a text
 * that shows nothing, or in a message. escapes.txt has one a line; {@code =} before one says what it renders to.
 */
final class EscapesTest {

    private static final Map<String, ?> VARIABLES =
            Map.of("start", ZonedDateTime.now(), "vars", Map.of("x", "y"), "job", Map.of("job_id", "echo"));

    /** What an escape that worked would show: a class, a file, a process, the environment. */
    private static final List<String> SPOILS = List.of(
            "<class",
            "java.lang",
            "java.util",
            "io.lava4j",
            "subprocess",
            "root:",
            "uid=",
            "PATH=",
            "Interpreter",
            "Process[",
            "@");

    @TempDir
    private static Path directory;

    @BeforeAll
    static void jobs() throws IOException {
        Files.createDirectories(directory.resolve("jobs"));
    }

    static Stream<String> escapes() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(EscapesTest.class.getResourceAsStream("escapes.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void leadNowhere(String template) {
        String end;
        try {
            end = new JinjaTemplates().render(template, VARIABLES);
        } catch (IllegalArgumentException refused) {
            end = refused.getMessage();
        }
        assertShowsNothing(template, end);
    }

    @Test
    void leadNowhereInAJobEither() throws IOException {
        try (Lava lava = Lava.builder().specs(directory).realm("dev").build()) {
            for (String template : escapes().toList()) {
                Files.writeString(
                        directory.resolve("jobs/echo.json"),
                        "{\"job_id\": \"echo\", \"type\": \"echo\", \"enabled\": true, \"parameters\": {\"text\": "
                                + JsonMapper.shared().writeValueAsString(template) + "}}");

                JobResult result = lava.run(JobRequest.job("echo"));

                assertTrue(result.exitStatus() == 0 || result.exitStatus() == 2, result::toJson);
                String end = result.failure()
                        .map(Throwable::getMessage)
                        .orElseGet(() -> String.valueOf(result.fields().get("text")));
                assertFalse(end.contains("a defect in"), end);
                assertShowsNothing(template, end.replace(template, ""));
            }
        }
    }

    @Test
    void areMany() throws IOException {
        assertEquals(escapes().count(), escapes().distinct().count());
        assertTrue(escapes().count() >= 150, "there are " + escapes().count());
    }

    private static void assertShowsNothing(String template, String end) {
        for (String spoil : SPOILS) {
            assertTrue(template.contains(spoil) || !end.contains(spoil), () -> template + " ends in " + end);
        }
        // 7 * 7 is arithmetic in templates of any kind; that of others is text here.
        assertTrue(end.length() < 2_000_000, template);
    }
}
