package io.lava4j.distribution.faults;

import io.lava4j.distribution.faults.S3Fault.Times;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** An S3 that does a fault to the load alone: what looks at the object before finds all well. */
final class S3Trouble implements S3Rule {

    /** Together far longer than the stall limits of trials, and each far shorter. */
    private static final int PIECES = 16;

    private static final long PAUSE_NANOS = 500_000_000;

    private final S3Fault fault;
    private final Trap trap;
    private final Site site;
    private final AtomicInteger left;
    private volatile boolean happened;

    S3Trouble(S3Fault fault, Times times, Trap trap, Site site) {
        this.fault = fault;
        this.trap = trap;
        this.site = site;
        this.left = new AtomicInteger(times == Times.ONCE ? 1 : Integer.MAX_VALUE);
    }

    boolean hasHappened() {
        return happened;
    }

    @Override
    public boolean answersItself(S3Answer answer) throws IOException {
        if (!trap.isUnderWay()) {
            return false;
        }
        switch (fault) {
            case ERROR_500 -> {
                return refuses(answer, 500, "InternalError");
            }
            case ERROR_503 -> {
                return refuses(answer, 503, "ServiceUnavailable");
            }
            case SLOW_DOWN -> {
                return refuses(answer, 503, "SlowDown");
            }
            case EXPIRED -> {
                return refuses(answer, 400, "ExpiredToken");
            }
            case REPLACED -> {
                if (site.isReadByServer() && take()) {
                    site.replaceObject();
                }
                return false;
            }
            default -> {
                return false;
            }
        }
    }

    @Override
    public void pass(HttpHead head, byte[] body, S3Answer answer) throws IOException {
        if (!trap.isUnderWay() || site.isReadByServer() && fault == S3Fault.REPLACED || !take()) {
            S3Rule.super.pass(head, body, answer);
            return;
        }
        int half = body.length / 2;
        answer.write(fault == S3Fault.WRONG_LENGTH ? head.withLength(half).bytes() : head.bytes());
        if (fault == S3Fault.TRICKLE) {
            trickle(body, answer);
            return;
        }
        answer.write(body, 0, half);
        end(answer);
    }

    private void end(S3Answer answer) {
        switch (fault) {
            case REPLACED -> site.replaceObject();
            case DELETED -> site.deleteObject();
            default -> {
                // It is the answer's fault alone.
            }
        }
        switch (fault) {
            case STALL -> answer.hold();
            case SHORT, WRONG_LENGTH -> {
                // Its end comes now.
            }
            default -> answer.reset();
        }
    }

    private static void trickle(byte[] body, S3Answer answer) throws IOException {
        for (int piece = 0; piece < PIECES; piece++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            answer.write(body, body.length * piece / PIECES, body.length * (piece + 1) / PIECES);
        }
    }

    private boolean refuses(S3Answer answer, int status, String code) throws IOException {
        boolean taken = take();
        if (taken) {
            answer.error(status, code);
        }
        return taken;
    }

    private boolean take() {
        boolean taken = left.getAndDecrement() > 0;
        happened |= taken;
        return taken;
    }
}
