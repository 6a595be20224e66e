package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.Lava;
import io.lava4j.core.error.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide in docs, and what the type says of itself beside its schema, held to the code. */
class GuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "db_from_s3.md");
    private static final String PAGE = new DbFromS3().guide("db_from_s3");

    @TempDir
    private Path folder;

    @Test
    void itsJobsAreValid() throws IOException {
        List<MatchResult> jobs = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .toList();
        assertEquals(5, jobs.size());
        for (MatchResult job : jobs) {
            assertEquals(List.of(), faults(job.group(1)), job.group(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Keyword.class)
    void everyArgIsOnThePageOfTheType(Keyword keyword) {
        assertTrue(Pattern.compile("\\n\\|(`\\w+`, )?`" + keyword).matcher(PAGE).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abort", "append", "delete", "drop", "switch", "truncate"})
    void everyModeIsOnThePageOfTheType(String mode) {
        assertTrue(PAGE.contains("\n|`" + mode + "`|"));
    }

    private List<String> faults(String job) throws IOException {
        Path file = Files.writeString(folder.resolve("job.yaml"), job);
        try (Lava lava = Lava.builder().specs(folder).realm("test").build()) {
            return lava.validate(List.of(file)).get(0).violations().stream()
                    .map(Violation::toString)
                    .toList();
        }
    }
}
