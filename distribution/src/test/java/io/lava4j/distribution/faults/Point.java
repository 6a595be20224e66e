package io.lava4j.distribution.faults;

import java.util.Optional;

/** A moment of a load, from its login to the statement after its end. */
enum Point {
    LOGIN("in the login"),
    FIRST_STATEMENT("at the first statement"),
    SETTINGS("in the session's settings"),
    REHEARSAL("in the rehearsal"),
    LOCK("before the target's lock"),
    LOCK_ANSWER("in the answer to the lock"),
    OPENING("at the first statement that changes"),
    BEFORE_LOAD("before the load statement"),
    BEFORE_FIRST_BYTE("before the first byte"),
    FIRST_BYTE("after the first byte"),
    FIRST_QUARTER("in mid-row, a quarter through"),
    HALF("in mid-row, half through"),
    THIRD_QUARTER("in mid-row, three quarters through"),
    LAST_BYTE("at the last byte"),
    DATA_END("at the end of the data"),
    LOAD_ANSWER("in the answer to the load"),
    BEFORE_COMMIT("between load and commit"),
    COMMIT("before the commit"),
    COMMIT_ANSWER("in the answer to the commit"),
    RENAME("before the rename"),
    RENAME_ANSWER("in the answer to the rename"),
    AFTER("after the end");

    final String text;

    Point(String text) {
        this.text = text;
    }

    /** Whether the load has such a moment. */
    boolean isIn(Way way) {
        return way.isStaged() || this != RENAME && this != RENAME_ANSWER;
    }

    /** How much of the data has passed, where that is what it is about. */
    Optional<Double> share() {
        return switch (this) {
            case FIRST_BYTE -> Optional.of(0.0);
            case FIRST_QUARTER -> Optional.of(0.25);
            case HALF -> Optional.of(0.5);
            case THIRD_QUARTER -> Optional.of(0.75);
            case LAST_BYTE -> Optional.of(1.0);
            default -> Optional.empty();
        };
    }
}
