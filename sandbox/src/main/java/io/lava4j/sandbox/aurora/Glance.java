package io.lava4j.sandbox.aurora;

import java.io.IOException;

/**
 * Looks for what will come soon before the thread goes to sleep: to be woken takes about as long as MySQL takes for a
 * short answer. It lets others have the core meanwhile. Time that was lost, because nobody spoke or the machine is busy,
 * is won back first: for as many times it is not done at all.
 */
final class Glance {
    private static final long LIMIT_NANOSECONDS = 50_000;

    /** What comes in time comes earlier by about that. */
    private static final long WON_NANOSECONDS = 8_000;

    private long left;

    interface Look {
        boolean finds() throws IOException;
    }

    /** Whether it came. */
    boolean at(Look look) throws IOException {
        if (left > 0) {
            left--;
            return false;
        }
        long start = System.nanoTime();
        long spent = 0;
        boolean came = look.finds();
        while (!came && spent < LIMIT_NANOSECONDS) {
            Thread.yield();
            came = look.finds();
            spent = System.nanoTime() - start;
        }
        left = spent < LIMIT_NANOSECONDS ? 0 : spent / WON_NANOSECONDS;
        return came;
    }
}
