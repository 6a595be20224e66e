package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.Listener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one load tells while it runs. */
final class RunTold implements Listener {

    private static final String STATEMENT = "statement: ";

    private final Told told;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final List<Long> progress = new CopyOnWriteArrayList<>();
    private final List<Long> totals = new CopyOnWriteArrayList<>();

    RunTold(Told told) {
        this.told = told;
    }

    @Override
    public void event(String sentence) {
        told.event(sentence);
        if (sentence.startsWith(STATEMENT)) {
            statements.add(sentence.substring(STATEMENT.length()));
        }
    }

    @Override
    public void progress(long bytes, long total) {
        progress.add(bytes);
        totals.add(total);
    }

    void assertStatementsOf(List<String> planned) {
        assertTrue(
                statements.stream().anyMatch(planned::contains),
                () -> "no event '" + STATEMENT + "' with one of the plan's statements " + planned + ", but "
                        + statements);
    }

    void assertProgressTo(long total) {
        assertFalse(progress.isEmpty(), "progress() was never called");
        assertEquals(progress.stream().sorted().toList(), progress, "bytes so far have become fewer");
        assertEquals(total, progress.get(progress.size() - 1), "bytes so far at the end are not all bytes");
        assertEquals(List.of(total), totals.stream().distinct().toList(), "bytes in all");
    }
}
