package io.lava4j.template.jinja.value;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What one rendering may use up. Every limit ends it with a {@link Fault} that names the limit. */
public final class Budget {

    public static final int MOST_TEXT = 1_000_000;
    public static final int MOST_ITEMS = 100_000;
    public static final int MOST_STEPS = 1_000_000;
    public static final int MOST_DEPTH = 200;
    public static final long MOST_LOOKS = 50_000_000;
    public static final Duration MOST_TIME = Duration.ofSeconds(30);

    private static final long MOST_MADE = 20_000_000;
    private static final int LOOK_AT_CLOCK_EVERY = 0x3ff;

    private final LongSupplier nanoTime;
    private final long deadline;
    private long steps;
    private long looks;
    private long made;
    private int depth;

    public Budget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        deadline = nanoTime.getAsLong() + MOST_TIME.toNanos();
    }

    public void step() {
        steps(1);
    }

    public void steps(long count) {
        steps += count;
        if (steps > MOST_STEPS) {
            throw new Fault("the template takes more than " + MOST_STEPS + " steps");
        }
        checkClock();
    }

    /** A character that a matcher reads: a very small step. */
    public void look() {
        if (looks > MOST_LOOKS) {
            throw new Fault("a regular expression takes more than " + MOST_LOOKS + " steps");
        }
        if ((++looks & LOOK_AT_CLOCK_EVERY) == 0) {
            checkClock();
        }
    }

    private void checkClock() {
        if (nanoTime.getAsLong() - deadline > 0) {
            throw new Fault("the template takes more than " + MOST_TIME.toSeconds() + " seconds");
        }
    }

    public void enter() {
        if (++depth > MOST_DEPTH) {
            throw tooDeep();
        }
    }

    public void leave() {
        depth--;
    }

    public static Fault tooDeep() {
        return new Fault("the template is nested deeper than " + MOST_DEPTH + " levels");
    }

    /** To be asked before a string of that length is made. */
    public void text(long length) {
        if (length > MOST_TEXT) {
            throw new Fault("a text would have " + length + " characters: at most " + MOST_TEXT + " are allowed");
        }
        make(length);
    }

    /** To be asked before a list of that length is made. */
    public void items(long count) {
        if (count > MOST_ITEMS) {
            throw tooManyItems(count);
        }
        make(count * 8);
        steps(count / 8);
    }

    public static Fault tooManyItems(long count) {
        return new Fault("a list would have " + count + " items: at most " + MOST_ITEMS + " are allowed");
    }

    private void make(long size) {
        made += size + 1;
        if (made > MOST_MADE) {
            throw new Fault("the template makes more than " + MOST_MADE + " characters in all its steps together");
        }
    }
}
