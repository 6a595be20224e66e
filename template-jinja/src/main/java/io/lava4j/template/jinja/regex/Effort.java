package io.lava4j.template.jinja.regex;

import io.lava4j.template.jinja.value.Fault;

/**
 * How many ways a part of an expression can be gone through without reading a character, and how much work that is at most.
 * Reading is counted while matching; this is what counting cannot see, such as {@code (|){40}}.
 *
 * @param ways how many ways match nothing
 * @param work how many steps it takes to try them all
 */
record Effort(long ways, long work) {

    static final Effort NOTHING = new Effort(1, 1);
    static final Effort CHARACTER = new Effort(0, 1);

    private static final long MOST = 10_000;
    private static final int MOST_REPEATS = 10_000;

    Effort {
        if (work > MOST || ways > MOST) {
            throw new Fault("the regular expression has too many ways to match nothing");
        }
    }

    Effort then(Effort next) {
        return new Effort(ways * next.ways, work + ways * next.work);
    }

    Effort or(Effort other) {
        return new Effort(ways + other.ways, work + other.work);
    }

    /** As a look around does: it may match nothing once. */
    Effort looked() {
        return new Effort(1, work + 1);
    }

    /** Repeated; without a bound, the matcher itself ends at the first round that reads nothing. */
    Effort repeated(int least, int most) {
        if (least > MOST_REPEATS || most != Integer.MAX_VALUE && most > MOST_REPEATS) {
            throw new Fault("a regular expression repeats more than " + MOST_REPEATS + " times");
        }
        int rounds = most == Integer.MAX_VALUE ? least + 1 : most;
        Effort path = NOTHING;
        long all = 0;
        for (int round = 0; round <= rounds && path.ways > 0; round++) {
            all += round >= least ? path.ways : 0;
            path = path.then(this);
        }
        return new Effort(all, path.work + all);
    }
}
