package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import java.sql.SQLException;

/** A load that has been checked: its session is open, its transaction not begun. */
final class PreparedLoad implements Prepared {

    private final Courses courses;
    private final Watchdog watchdog;
    private final LoadRun run;
    private final Aftermath aftermath;
    private final Refusal refusal;

    PreparedLoad(Courses courses, Watchdog watchdog, LoadRun run, Aftermath aftermath, Refusal refusal) {
        this.courses = courses;
        this.watchdog = watchdog;
        this.run = run;
        this.aftermath = aftermath;
        this.refusal = refusal;
    }

    @Override
    public Plan plan() {
        Course course = run.course();
        return new Plan(
                courses.target().schema(),
                courses.target().table(),
                course.path().name(),
                course.path().reason(),
                course.statements(courses.request().source().objects()),
                course.notes());
    }

    @Override
    public Report run(Listener given) {
        LateListener listener = new LateListener(given, Thread.currentThread());
        try {
            Report report = watchdog.watch(() -> {
                run.load(listener);
                run.finish(listener, watchdog.pointOfNoReturn(() -> listener.aside(aftermath.clue())));
                return run.report();
            });
            aftermath.letGo();
            return report;
        } catch (OutcomeUnknown unknown) {
            return aftermath.settle(unknown, listener);
        } catch (CancelledException interrupted) {
            throw new CancelledException(aftermath.undo(interrupted.getMessage()), interrupted);
        } catch (SQLException refused) {
            throw new JobFailedException(
                    aftermath.undo(refusal.translate(refused).getMessage()), refused);
        } catch (LavaException failed) {
            throw new JobFailedException(aftermath.undo(failed.getMessage()), failed);
        } catch (Exception | Error fault) {
            return broken(fault, listener);
        }
    }

    /** What comes at the end may have come too late to be undone; nobody knows but the server. */
    private Report broken(Throwable fault, LateListener listener) {
        if (run.isFinishing()) {
            return aftermath.settle(OutcomeUnknown.brokenOff(fault), listener);
        }
        String undone = aftermath.undo(String.valueOf(fault.getMessage()));
        if (fault instanceof OutOfMemoryError) {
            // Its kind tells whoever reads it what to do.
            throw (Error) new OutOfMemoryError(undone).initCause(fault);
        }
        if (fault instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(undone, fault);
    }

    @Override
    public void close() {
        courses.session().close();
    }
}
