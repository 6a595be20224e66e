package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
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

    /** Takes back what a run has done; gives the failure with what it leaves. */
    String undo(String failure) {
        return uninterrupted(() -> unchanged(failure) + takeBack());
    }

    /** Finds out, over a new session, whether a run whose end was lost has succeeded. */
    Report settle(OutcomeUnknown unknown, Listener listener) {
        session.abort();
        return uninterrupted(() -> {
            try (LoadSession other = successor.of(session)) {
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
            return watchdog.watch(() -> {
                session.rollback();
                undoTables(session);
                return "";
            });
        } catch (Exception unable) {
            // The server undoes by itself what a session leaves that is gone, but for tables.
            session.abort();
            return takeBackLate();
        }
    }

    private String takeBackLate() {
        if (!run.isOpened() || run.course().frame().opening().isEmpty()) {
            return "";
        }
        try (LoadSession other = successor.of(session)) {
            undoTables(other);
            return "";
        } catch (SQLException failed) {
            return ", but tables made for the load are left over, and the next load drops them: " + failed.getMessage();
        }
    }

    private void undoTables(LoadSession any) throws SQLException {
        if (run.isOpened()) {
            run.course().frame().undo(any);
        }
    }

    private Report settle(LoadSession other, OutcomeUnknown unknown, Listener listener)
            throws SQLException, OutcomeUnknown {
        boolean done = isDone(other).orElseThrow(() -> unsettled(unknown));
        if (!done) {
            run.course().frame().undo(other);
            throw new JobFailedException(unchanged(unknown.getMessage() + ", which was not carried out"), unknown);
        }
        listener.event(unknown.getMessage() + "; a look over a new session shows that it was carried out");
        try {
            run.course().frame().tidyUp(other, listener);
            return run.report();
        } catch (JobFailedException broughtBack) {
            run.course().frame().undo(other);
            throw new JobFailedException(unchanged(broughtBack.getMessage()), broughtBack);
        }
    }

    private String unchanged(String failure) {
        return failure + "; nothing was loaded, " + run.course().frame().leaves();
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
                ("table %s: the connection was lost in %s, so the load may or may not be committed. How to look: when"
                                + " session %d is gone from SHOW PROCESSLIST, look in the table for rows of the data; only when"
                                + " there are none, run the job again")
                        .formatted(courses.target(), unknown.statement(), session.id()),
                unknown);
    }
}
