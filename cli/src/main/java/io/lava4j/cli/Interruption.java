package io.lava4j.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/**
 * Turns the end of the process by SIGINT or SIGTERM into an interrupt of the thread that works, and waits for its orderly
 * end. The JVM then exits with 130 or 143 by itself, but with 0 when the work was done all the same: a commit under way has
 * no way back, and who is told 143 would load again. For one piece of work.
 */
final class Interruption {

    private final PrintStream err;
    private final Duration patience;
    private final Runnable whenStopped;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private final IntConsumer exit;
    private volatile boolean succeeded;

    /**
     * For work of the calling thread.
     *
     * @param err where the user is told
     * @param patience how long the work may take to end
     * @param whenStopped run before the work hears of the signal
     */
    Interruption(PrintStream err, Duration patience, Runnable whenStopped) {
        this(err, patience, whenStopped, Runtime.getRuntime()::halt);
    }

    /** Ends the process in a way of its own. */
    Interruption(PrintStream err, Duration patience, Runnable whenStopped, IntConsumer exit) {
        this.err = err;
        this.patience = patience;
        this.whenStopped = whenStopped;
        this.exit = exit;
    }

    /** Works, and is interrupted when a signal comes; gives the exit status of the work. */
    int during(IntSupplier work) {
        Thread hook = new Thread(this::stop, "lava-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            int status = work.getAsInt();
            succeeded = status == 0;
            return status;
        } finally {
            done.countDown();
            remove(hook);
        }
    }

    /** What happens when a signal comes. */
    void stop() {
        err.println("lava: stopping; what is not finished is being ended or undone");
        whenStopped.run();
        worker.interrupt();
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                err.println("lava: gave up waiting after " + Amounts.time(patience)
                        + "; it is not known how the job ended:" + " look before it is run again");
            } else if (succeeded) {
                err.println("lava: the signal came too late; the work is done");
                exit.accept(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook is running, and ends now that the work is done.
            Thread.interrupted();
        }
    }
}
