package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes sooner or later, on however slow a machine. */
public final class Until {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private Until() {}

    /** Asks again and again; fails with the words of what was waited for. */
    public static void is(String awaited, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < LIMIT.toNanos(), awaited);
            Thread.onSpinWait();
        }
    }
}
