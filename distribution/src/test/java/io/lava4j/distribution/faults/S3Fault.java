package io.lava4j.distribution.faults;

/** What an S3 may do to the answer that a load reads. */
enum S3Fault {
    RESET("response reset", Times.BOTH),
    STALL("response stalled", Times.BOTH),
    SHORT("response cut short, its length said right", Times.BOTH),
    WRONG_LENGTH("response cut short, its length said wrong", Times.FOR_GOOD),
    ERROR_500("500 InternalError", Times.BOTH),
    ERROR_503("503 ServiceUnavailable", Times.BOTH),
    SLOW_DOWN("503 SlowDown", Times.BOTH),
    TRICKLE("slowed to a trickle", Times.ONCE),
    EXPIRED("credentials expired", Times.FOR_GOOD),
    REPLACED("object replaced", Times.FOR_GOOD),
    DELETED("object deleted", Times.FOR_GOOD);

    final String text;
    final Times times;

    S3Fault(String text, Times times) {
        this.text = text;
        this.times = times;
    }

    /** How often. */
    enum Times {
        ONCE,
        FOR_GOOD,
        BOTH;

        boolean includes(Times one) {
            return this == BOTH || this == one;
        }
    }
}
