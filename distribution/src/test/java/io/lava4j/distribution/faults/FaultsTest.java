package io.lava4j.distribution.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of every kind, in loads of every mode, on every way of the data. A part of them; {@code make
 * faults} has all.
 */
@ExtendWith(SandboxExtension.class)
class FaultsTest {

    @Test
    void areSurvived(Sandbox sandbox, @TempDir Path folder) throws IOException {
        Choice choice = Choice.made();
        List<Trial> trials = choice.of(Catalogue.all());
        try (Laboratory laboratory = new Laboratory(sandbox, folder)) {
            List<Verdict> verdicts = new Campaign(laboratory, choice).run(trials);
            choice.conclude(verdicts);
            assertEquals(List.of(), Laboratory.leftBy(ProcessHandle.current().pid()));
            assertEquals(
                    "",
                    verdicts.stream()
                            .filter(verdict -> !verdict.survived())
                            .map(Verdict::toString)
                            .collect(Collectors.joining("\n")),
                    choice.toString());
        }
    }

    @Test
    void theDocumentSaysHowManyThereAreAndThatThoseTriedAreSurvived() {
        assertEquals(List.of(), Tally.contradictions(), "docs/reliability.md is written by make faults");
    }
}
