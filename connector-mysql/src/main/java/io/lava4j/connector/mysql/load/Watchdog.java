package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a session work on a thread of its own while the caller's watches over it: work that stalls, or whose caller is
 * interrupted, ends with the session. Work that moves, however slowly, goes on.
 */
final class Watchdog {

    /** Given to the work to end by itself once its session is gone. */
    private static final long PARTING_MILLIS = 5_000;

    /** Stall periods without an answer to our question: a server that takes no second session may be at work. */
    private static final int MOST_UNANSWERED = 10;

    private final LoadSession session;
    private final Witness witness;
    private final Duration stall;
    /** Set once: by the work when it commits, or by the watch when it ends the work. */
    private final AtomicBoolean decided = new AtomicBoolean();

    private final StopRequest stop = new StopRequest();
    private volatile Runnable whenLate = () -> {};
    private int unanswered;
    private boolean seenIdle;
    private int asked;

    Watchdog(LoadSession session, Dialler dialler, LoadSettings settings) {
        this.session = session;
        this.witness = new Witness(dialler);
        this.stall = settings.stall();
    }

    /**
     * Called by the work: from here on an interrupt waits for its end, as a commit under way has no way back.
     *
     * @param late what an interrupt brings about then, on the caller's thread
     * @return the request to end all the same where there is a way back, which the interrupt makes
     */
    StopRequest pointOfNoReturn(Runnable late) {
        whenLate = late;
        if (!decided.compareAndSet(false, true)) {
            throw new CancelledException("the load was ended");
        }
        return stop;
    }

    /** Does the work. An interrupt of the caller ends it with a {@link CancelledException}. */
    <T> T watch(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(tick().toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException working) {
                    endIfStalled(worker);
                } catch (InterruptedException request) {
                    interrupted = true;
                    cancel(worker, request);
                } catch (Error ours) {
                    if (endUndecided(worker)) {
                        throw ours;
                    }
                }
            }
        } catch (ExecutionException failed) {
            throw cause(failed);
        } finally {
            witness.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Thread start(FutureTask<?> task) {
        Thread worker = new Thread(task, "lava4j-load-" + session.id());
        worker.setDaemon(true);
        session.pulse().beat();
        worker.start();
        return worker;
    }

    private Duration tick() {
        Duration fifth = stall.dividedBy(5);
        return fifth.compareTo(Duration.ofSeconds(5)) < 0 ? fifth : Duration.ofSeconds(5);
    }

    private void cancel(Thread worker, InterruptedException request) {
        if (decided.compareAndSet(false, true)) {
            end(worker);
            throw new CancelledException("the load was interrupted", request);
        }
        stop.make();
        whenLate.run();
    }

    /** What goes wrong in watching ends the work too: unwatched it could commit what is reported as failed. */
    private void endIfStalled(Thread worker) {
        try {
            Optional<String> fault = fault();
            if (fault.isPresent()) {
                throw new JobFailedException(fault.get());
            }
        } catch (RuntimeException | Error reason) {
            if (endUndecided(worker)) {
                throw reason;
            }
        }
    }

    /** Ends the work; tells whether that fails the load. A commit that is cut off knows best itself what to say. */
    private boolean endUndecided(Thread worker) {
        boolean undecided = decided.compareAndSet(false, true);
        end(worker);
        return undecided;
    }

    private void end(Thread worker) {
        session.abort();
        worker.interrupt();
        try {
            worker.join(PARTING_MILLIS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why the work has to end, if it has to. */
    private Optional<String> fault() {
        Duration still = session.pulse().still();
        if (still.compareTo(stall) < 0) {
            asked = 0;
            unanswered = 0;
            seenIdle = false;
            return Optional.empty();
        }
        if (session.pulse().isDataAwaited()) {
            return Optional.of("the object store has sent no data for " + stall.toSeconds()
                    + " s; check the network, and run the job again");
        }
        boolean isTimeToAsk = still.compareTo(stall.multipliedBy(1L + asked)) >= 0;
        return isTimeToAsk ? faultOfServer(still) : Optional.empty();
    }

    private Optional<String> faultOfServer(Duration still) {
        String silent = "the server has not answered for " + still.toSeconds() + " s, and ";
        try {
            if (witness.seesAtWork(session.id())) {
                session.pulse().beat();
                return Optional.empty();
            }
            if (!seenIdle) {
                // Its answer may be on the way to us this very moment.
                seenIdle = true;
                return Optional.empty();
            }
            return Optional.of(silent + "does not work on the load any more; run the job again");
        } catch (SQLException | CredentialsException | ConfigurationException unable) {
            asked++;
            if (isOurs(unable)) {
                return Optional.empty();
            }
            unanswered++;
            return unanswered < MOST_UNANSWERED
                    ? Optional.empty()
                    : Optional.of(silent + "could not be asked whether it works on the load: " + firstLine(unable)
                            + "; check that it runs, and run the job again");
        }
    }

    /** What keeps us from asking at all, as credentials that have expired, says nothing about the server. */
    private static boolean isOurs(Exception unable) {
        return unable instanceof LavaException && !(unable.getCause() instanceof SQLException);
    }

    /** The driver writes paragraphs. */
    private static String firstLine(Exception unable) {
        return String.valueOf(unable.getMessage()).lines().findFirst().orElse("");
    }

    private static Exception cause(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return (Exception) failed.getCause();
    }
}
