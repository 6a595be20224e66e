package io.lava4j.distribution.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    private static final List<Function<Trial, Object>> STRATA =
            List.of(Trial::kind, Trial::what, trial -> List.of(trial.ground(), trial.way()));

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
    void aPartHasEachFaultAndEachPointAndEachModeOnEachWay() {
        List<Trial> all = Catalogue.all();
        for (long seed = 1; seed <= 5; seed++) {
            List<Trial> few = new Choice("", seed).of(all);
            assertEquals(few, new Choice("", seed).of(all), "the same each time");
            for (Function<Trial, Object> kind : STRATA) {
                assertEquals(kinds(all, kind), kinds(few, kind), "seed " + seed);
            }
        }
    }

    @Test
    void theDocumentSaysHowManyThereAreWereTriedAndThatThoseAreSurvived() {
        assertEquals(List.of(), Tally.contradictions(), "docs/reliability.md is written by make faults");
    }

    private static Set<Object> kinds(List<Trial> trials, Function<Trial, Object> kind) {
        return trials.stream().map(kind).collect(Collectors.toSet());
    }
}
