package io.lava4j.sandbox.aurora;

import java.io.IOException;

/**
 * Looks for what will come soon before the thread goes to sleep: to be woken takes about as long as MySQL takes for a
 * short answer. It lets others have the core meanwhile, and where it does not pay, or the machine is too busy for it,
 * leaves it for a while.
 */
final class Glance {
    private static final long LIMIT_NANOSECONDS = 50_000;
    private static final int LEFT_OUT = 8;

    private int out;

    interface Look {
        boolean finds() throws IOException;
    }

    /** Whether it came. */
    boolean at(Look look) throws IOException {
        if (out > 0) {
            out--;
            return false;
        }
        long start = System.nanoTime();
        boolean late = false;
        boolean came = look.finds();
        while (!came && !late) {
            Thread.yield();
            came = look.finds();
            late = System.nanoTime() - start > LIMIT_NANOSECONDS;
        }
        out = late ? LEFT_OUT : 0;
        return came;
    }
}
