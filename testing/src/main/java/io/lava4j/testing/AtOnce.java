package io.lava4j.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same from several threads, begun together. */
final class AtOnce {

    static final int THREADS = 4;

    private AtOnce() {}

    /** Runs all to their end; the first failure comes out as it is. */
    static <T> List<T> run(IntFunction<Callable<T>> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch together = new CountDownLatch(THREADS);
            List<Callable<T>> tasks = IntStream.range(0, THREADS)
                    .<Callable<T>>mapToObj(i -> () -> {
                        together.countDown();
                        together.await();
                        return task.apply(i).call();
                    })
                    .toList();
            return threads.invokeAll(tasks).stream().map(AtOnce::result).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(
                    "one of " + THREADS + " threads at once failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
