package io.lava4j.connector.mysql.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a server may send before we speak again. The driver keeps answers in memory, and its own limit is on the silence
 * between two bytes: an answer without an end would take all memory, one that trickles all time. For several threads.
 */
final class AnswerLimit {

    /** Of rows without content, which take thirty times as much memory as on the wire, as many as the smallest heap has room for. */
    static final long MOST_BYTES = 4 << 20;

    static final Duration LOGIN = Duration.ofSeconds(30);
    static final Duration ANSWER = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private final long start;
    private volatile boolean loggedIn;
    private volatile boolean bounded = true;
    private volatile boolean timed = true;
    private volatile long asked;
    private volatile long bytes;

    AnswerLimit(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.asked = start;
    }

    /** The login is over: from here on each answer counts for itself. */
    void loggedIn() {
        loggedIn = true;
    }

    /** A new limit on silence, 0 for none: one beyond our own says that answers may take their time. */
    void silence(Duration most) {
        timed = bounded && !most.isZero() && most.compareTo(ANSWER) < 0;
    }

    /** An answer may be of any size, and take any time, from here on. */
    void lift() {
        bounded = false;
        timed = false;
    }

    /** We have spoken. */
    void asked() {
        asked = nanos.getAsLong();
        bytes = 0;
    }

    /** So many bytes came. */
    void came(int count) throws IOException {
        bytes += Math.max(0, count);
        if (bounded && bytes > MOST_BYTES) {
            throw new ExcessException("it sends more than " + (MOST_BYTES >> 20) + " MiB in answer to one question");
        }
        if (timed && passed(loggedIn ? asked : start, loggedIn ? ANSWER : LOGIN)) {
            throw new ExcessException("its answer does not come to an end");
        }
    }

    private boolean passed(long since, Duration limit) {
        return nanos.getAsLong() - since > limit.toNanos();
    }

    /** More than any server sends that means well. */
    static final class ExcessException extends IOException {

        private static final long serialVersionUID = 1;

        private ExcessException(String message) {
            super(message);
        }
    }
}
