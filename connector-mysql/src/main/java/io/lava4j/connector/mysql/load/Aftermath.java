package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadTarget.Report;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** What is done once a run has failed, or may have. */
final class Aftermath {

    private final LoadSession session;
    private final LoadRun run;
    private final Watchdog watchdog;
    private final Successor successor;
    private final Courses courses;

    Aftermath(Courses courses, LoadRun run, Watchdog watchdog, Successor successor) {
        this.session = courses.session();
        this.courses = courses;
        this.run = run;
        this.watchdog = watchdog;
        this.successor = successor;
    }

    /** What an interrupt tells that comes when the load may be at its end: nobody may be left to say how it ended. */
    String clue() {
        return "table %s: the interrupt may have come too late, and how the load ends is waited for. Should this process be ended before, %s"
                .formatted(courses.target(), howToLook());
    }

    /** Sees to it that a session that was lost once the load was done gives the target's lock back. */
    void letGo() {
        if (session.isAborted()) {
            uninterrupted(this::endLate);
        }
    }

    /** Takes back what a run has done; gives the failure with what it leaves. */
    String undo(String failure) {
        return uninterrupted(() -> {
            String leftOver = takeBack();
            return unchanged(failure) + leftOver;
        });
    }

    /** Finds out, over a new session, whether a run whose end was lost has succeeded. */
    Report settle(OutcomeUnknown unknown, LateListener listener) {
        session.abort();
        return uninterrupted(() -> {
            try (LoadSession other = canBeSettled() ? successor.patientlyOf(session) : successor.of(session)) {
                return settle(other, unknown, listener);
            } catch (SQLException | OutcomeUnknown again) {
                throw unsettled(unknown);
            }
        });
    }

    /** The interrupt that ended the run must not end this, too. */
    private static <T> T uninterrupted(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String takeBack() {
        try {
            watchdog.watch(() -> {
                session.rollback();
                if (run.isOpened()) {
                    run.course().frame().undo(session);
                }
                return "";
            });
            return session.isAborted() ? endLate() : "";
        } catch (Exception unable) {
            // The server undoes by itself what a session leaves that is gone, but for tables.
            session.abort();
            return takeBackLate();
        }
    }

    private String takeBackLate() {
        if (!run.isOpened() || run.course().frame().leftOver().isEmpty()) {
            return endLate();
        }
        try (LoadSession other = successor.of(session)) {
            return undoTables(other);
        } catch (SQLException unreachable) {
            return leftOver(unreachable.getMessage()) + stillAtWork();
        }
    }

    /**
     * A server that reads no data of ours notices only after its statement that we are gone, and one that a silent network
     * parts from us not for a long time: until then the session would hold the target's lock.
     */
    private String endLate() {
        try {
            successor.end(session);
            return "";
        } catch (SQLException unable) {
            return mayWorkOn() ? stillAtWork() + ": " + unable.getMessage() : "";
        }
    }

    private boolean mayWorkOn() {
        return run.isOpened() && run.course().path().isOfServer();
    }

    private String stillAtWork() {
        return mayWorkOn()
                ? "; session %d may still work at the server and hold the table's lock, though it commits nothing (KILL %d ends it)"
                        .formatted(session.id(), session.id())
                : "";
    }

    private String undoTables(LoadSession other) {
        try {
            run.course().frame().undo(other);
            return "";
        } catch (SQLException failed) {
            return leftOver(ServerWarning.of(failed).toString());
        }
    }

    private String leftOver(String why) {
        return run.course()
                .frame()
                .leftOver()
                .map(left -> ", but " + left + ": " + why)
                .orElse("");
    }

    /** Whether anything will tell; else nobody is kept waiting for a server that cannot be reached. */
    private boolean canBeSettled() {
        return run.course().frame().isStaged() || run.course().marker().isPresent();
    }

    private Report settle(LoadSession other, OutcomeUnknown unknown, LateListener listener)
            throws SQLException, OutcomeUnknown {
        boolean done = isDone(other).orElseThrow(() -> unsettled(unknown));
        if (!done) {
            String leftOver = undoTables(other);
            throw new JobFailedException(
                    unchanged(unknown.getMessage() + ", which was not carried out") + leftOver, unknown);
        }
        listener.loadIsDone();
        listener.event(unknown.getMessage() + "; a look over a new session shows that it was carried out");
        try {
            run.complete(other, listener);
            return run.report();
        } catch (JobFailedException broughtBack) {
            String leftOver = undoTables(other);
            throw new JobFailedException(unchanged(broughtBack.getMessage()) + leftOver, broughtBack);
        }
    }

    private String unchanged(String failure) {
        return failure + "; " + run.course().frame().outcome();
    }

    private Optional<Boolean> isDone(LoadSession other) throws SQLException {
        if (run.course().frame().isStaged()) {
            return run.course().frame().isInPlace(other);
        }
        Optional<RunMarker> marker = run.course().marker();
        return marker.isEmpty() ? Optional.empty() : Optional.of(marker.get().isThere(other));
    }

    private JobFailedException unsettled(OutcomeUnknown unknown) {
        return new JobFailedException(
                "table %s: %s, so the load may or may not be committed. How to look: %s"
                        .formatted(courses.target(), unknown.getMessage(), howToLook()),
                unknown);
    }

    private String howToLook() {
        return "when session %d is gone from SHOW PROCESSLIST, %s"
                .formatted(session.id(), run.course().frame().clue());
    }
}
