package io.lava4j.sandbox;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Makes several things at the same time, each on a thread of its own. */
final class AtOnce {
    private AtOnce() {}

    static void make(List<Supplier<?>> makers) {
        ExecutorService threads = Executors.newFixedThreadPool(makers.size());
        try {
            List<? extends Future<?>> making =
                    makers.stream().map(maker -> threads.submit(maker::get)).toList();
            making.forEach(AtOnce::await);
        } finally {
            threads.shutdown();
        }
    }

    private static void await(Future<?> making) {
        try {
            making.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SandboxException failure
                    ? failure
                    : new SandboxException("A server of the sandbox cannot be started", e.getCause());
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }
}
