package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.Lava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide in docs, held to the code. */
class GuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "exe_and_pkg.md");

    @TempDir
    private Path folder;

    @Test
    void itsSpecsAreValid() throws IOException {
        List<MatchResult> specs = Pattern.compile("```yaml\\R# specs/(.*?)\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .toList();
        assertEquals(3, specs.size());
        for (MatchResult spec : specs) {
            Path file = folder.resolve(spec.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, spec.group(2));
        }
        try (Lava lava = Lava.builder().specs(folder).build()) {
            assertEquals(
                    List.of(),
                    lava.validate(List.of(folder)).stream()
                            .flatMap(spec -> spec.violations().stream())
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"args", "command", "connections", "env", "jinja", "timeout", "vars"})
    void everyParameterIsThere(String name) throws IOException {
        assertTrue(Pattern.compile("\\b" + name + "\\b")
                .matcher(Files.readString(GUIDE))
                .find());
    }
}
