package io.lava4j.cli;

import io.lava4j.core.error.ConfigurationException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * One program that has lava's terminal, or whatever its standard streams are, until it ends. SIGTERM and SIGHUP to lava end
 * it, and lava waits until all that was made for it is gone.
 */
final class Child {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private Optional<Process> running = Optional.empty();
    private boolean stopped;

    /** Does work, in which {@link #end} is called; gives its status. */
    int run(ToIntFunction<Child> work) {
        Thread hook = new Thread(this::stop, "lava-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.applyAsInt(this);
        } finally {
            done.countDown();
            remove(hook);
        }
    }

    /** Runs a program to its end, and gives its exit status; 128 + n when it died of signal n. */
    int end(List<String> command) {
        Interrupts.leaveToTheProgram();
        try {
            Optional<Process> process = start(command);
            return process.isEmpty() ? 1 : process.get().waitFor();
        } catch (IOException failed) {
            throw new ConfigurationException(
                    "'" + command.get(0) + "' cannot be started (" + failed.getMessage()
                            + "); check that this machine can run it",
                    failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            kill();
        }
    }

    /** What happens when a signal comes: the program is ended, politely at first; or what goes before it. */
    void stop() {
        askToEnd();
        try {
            if (!done.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Process> start(List<String> command) throws IOException {
        if (!stopped) {
            running = Optional.of(new ProcessBuilder(command).inheritIO().start());
        }
        return running;
    }

    private synchronized void askToEnd() {
        stopped = true;
        if (running.isEmpty()) {
            worker.interrupt();
        }
        running.ifPresent(process -> process.descendants().forEach(ProcessHandle::destroy));
        running.ifPresent(Process::destroy);
    }

    private synchronized void kill() {
        running.ifPresent(Process::destroyForcibly);
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook is running, and ends now that the work is done.
        }
    }
}
