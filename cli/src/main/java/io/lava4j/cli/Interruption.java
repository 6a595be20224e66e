package io.lava4j.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Turns the end of the process by SIGINT or SIGTERM into an interrupt of the thread that works, and waits for its orderly
 * end. The JVM then exits with 130 or 143 by itself, but with 0 when the work was done all the same: a commit under way has
 * no way back, and who is told 143 would load again. Nobody waits long for a reader who takes nothing, such as a pager at its
 * first page. For one piece of work.
 */
final class Interruption {

    /** How long a sentence may take, so that it comes before what the work says of its end. */
    private static final Duration SENTENCE = Duration.ofSeconds(2);

    /** How long it may take to tell how the work ended. */
    private static final Duration TELLING = Duration.ofSeconds(5);

    private final PrintStream err;
    private final Duration patience;
    private final Runnable whenStopped;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
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

    /**
     * Works, and is interrupted when a signal comes; then tells the result, and gives the exit status.
     *
     * @param work what must not be cut off
     * @param status of its result
     * @param telling what may be cut off when a signal has come
     */
    <R> int during(Supplier<R> work, ToIntFunction<R> status, Consumer<R> telling) {
        Thread hook = new Thread(this::stop, "lava-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            R result = worked(work, status);
            telling.accept(result);
            return status.applyAsInt(result);
        } finally {
            told.countDown();
            remove(hook);
        }
    }

    private <R> R worked(Supplier<R> work, ToIntFunction<R> status) {
        try {
            R result = work.get();
            succeeded = status.applyAsInt(result) == 0;
            return result;
        } finally {
            done.countDown();
        }
    }

    /** What happens when a signal comes. */
    void stop() {
        try {
            say("lava: stopping; what is not finished is being ended or undone");
            whenStopped.run();
            worker.interrupt();
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                say("lava: gave up waiting after " + Amounts.time(patience)
                        + "; it is not known how the job ended: look before it is run again");
                return;
            }
            told.await(TELLING.toMillis(), TimeUnit.MILLISECONDS);
            if (succeeded) {
                say("lava: the signal came too late; the work is done");
                exit.accept(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** By a thread of its own, which may wait for its reader. */
    private void say(String sentence) throws InterruptedException {
        Thread speaker = new Thread(() -> err.println(sentence), "lava-stop-says");
        speaker.setDaemon(true);
        speaker.start();
        speaker.join(SENTENCE.toMillis());
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
