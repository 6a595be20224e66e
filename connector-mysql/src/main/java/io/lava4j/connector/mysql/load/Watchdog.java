package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets the sessions of a load work on threads of their own while the caller's watches over them: work that stalls, or whose
 * caller is interrupted, ends with its sessions. Work that moves, however slowly, goes on.
 */
final class Watchdog {

    /** Given to the work to end by itself once its session is gone. */
    private static final long PARTING_MILLIS = 5_000;

    private final Crew crew;
    private final Witness witness;
    private final Duration stall;
    private final Map<LoadSession, Vigil> vigils = new HashMap<>();
    /** Set once: by the work when it commits, or by the watch when it ends the work. */
    private final AtomicBoolean decided = new AtomicBoolean();

    private final StopRequest stop = new StopRequest();
    private volatile Runnable whenLate = () -> {};

    Watchdog(Crew crew, Dialler dialler, LoadSettings settings) {
        this.crew = crew;
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
        Thread worker = new Thread(task, "lava4j-load-" + crew.leader().id());
        worker.setDaemon(true);
        crew.leader().pulse().beat();
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
        crew.abort();
        worker.interrupt();
        try {
            worker.join(PARTING_MILLIS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why the work has to end, if it has to. */
    private Optional<String> fault() {
        return crew.all().stream()
                .map(session -> vigils.computeIfAbsent(session, each -> new Vigil(each, witness, stall)))
                .map(Vigil::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Exception cause(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return (Exception) failed.getCause();
    }
}
