package io.lava4j.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Connector.Finding;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How steps that know nothing of each other hang together. */
final class StepsTest {

    private final List<StepOutcome> heard = new ArrayList<>();
    private final Steps steps = new Steps("connection 'dwh'", heard::add);

    @Test
    void aStepIsSkippedWhenOneThatItNeedsFailedOrWasSkipped() {
        steps.step("one", List.of(), () -> Finding.failed("broken", "mend it"));
        steps.step("two", List.of("one"), () -> Finding.ok("never"));
        steps.step("three", List.of("two"), () -> Finding.ok("never"));
        steps.step("other", List.of("never taken"), () -> Finding.warning("well", "look"));
        steps.step("last", List.of("other"), () -> Finding.ok("fine"));

        assertEquals(
                List.of(
                        "one failed broken mend it",
                        "two skipped needs 'one' ",
                        "three skipped needs 'two' ",
                        "other warning well look",
                        "last ok fine "),
                told());
        assertEquals(steps.taken(), heard);
        assertTrue(steps.hasFailure());
    }

    @Test
    void allStepsSoFarMayHaveOneName() {
        steps.step("one", List.of(), () -> Finding.ok("fine"));
        steps.gather("all");
        steps.step("two", List.of("all"), () -> Finding.failed("broken", ""));
        steps.gather("all");
        steps.step("three", List.of("all"), () -> Finding.ok("never"));

        assertEquals("three skipped needs 'two' ", told().get(2));
    }

    @Test
    void anExceptionIsAFailureToldWithoutTheSubject() {
        steps.step("ours", List.of(), () -> {
            throw new ConfigurationException("connection 'dwh': host 'x y' is not one host name");
        });
        steps.step("of the network", List.of(), () -> {
            throw new EOFException();
        });
        steps.step("defect", List.of(), () -> {
            throw new IllegalStateException("oops");
        });

        assertEquals(
                List.of(
                        "ours failed host 'x y' is not one host name ",
                        "of the network failed java.io.EOFException ",
                        "defect failed a defect: java.lang.IllegalStateException: oops report it, with what -v prints"),
                told());
    }

    @Test
    void whatATerminalWouldObeyIsNotTold() {
        steps.step("one", List.of(), () -> Finding.failed("\033[2Jgone\r", "one\nline more\b"));

        assertEquals(List.of("one failed ?[2Jgone? one\nline more?"), told());
    }

    @Test
    void statementsAreKeptInTheirOrder() {
        steps.statement("b", "1");
        steps.statement("a", "2");

        assertEquals(List.of("b", "a"), List.copyOf(steps.statements().keySet()));
        assertEquals(Map.of("b", "1", "a", "2"), steps.statements());
        assertFalse(steps.hasFailure());
    }

    private List<String> told() {
        return heard.stream()
                .map(step -> step.name() + " " + step.status() + " " + step.seen() + " " + step.remedy())
                .toList();
    }
}
