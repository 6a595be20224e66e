package io.lava4j.jobs.exe;

import io.lava4j.core.error.CancelledException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work on a thread of its own, while the one that began it does something else. When closed it is over: what is not done by
 * then is interrupted.
 */
final class Meanwhile<T> implements AutoCloseable {

    private final FutureTask<T> work;
    private final Thread thread;

    private Meanwhile(FutureTask<T> work, Thread thread) {
        this.work = work;
        this.thread = thread;
    }

    static <T> Meanwhile<T> begin(String name, Supplier<T> supplier) {
        FutureTask<T> work = new FutureTask<>(supplier::get);
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return new Meanwhile<>(work, thread);
    }

    /** Waits for what it gives; throws what it threw. */
    T result() {
        try {
            return work.get();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the job was interrupted while its payload was fetched", ended);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        work.cancel(true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
