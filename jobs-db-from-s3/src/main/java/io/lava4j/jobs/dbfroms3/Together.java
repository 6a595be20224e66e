package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks a store about many objects, some at a time: it is the wait for each answer that takes long. */
final class Together {

    private static final int AT_ONCE = 8;

    private final String doing;

    /**
     * Makes it.
     *
     * @param doing what is done, to follow "while it"
     */
    Together(String doing) {
        this.doing = doing;
    }

    /** Gives the answers in the order of the objects; an exception is that of the first of them that has one. */
    <T, R> List<R> ask(List<T> objects, Function<T, R> question) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "lava4j-objects");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> asked = objects.stream()
                    .map(object -> threads.submit(() -> question.apply(object)))
                    .toList();
            List<R> answers = new ArrayList<>();
            for (Future<R> each : asked) {
                answers.add(answer(each));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private <R> R answer(Future<R> asked) {
        try {
            if (Thread.interrupted()) {
                // An answer that is there already is handed out without a look at the interrupt.
                throw new InterruptedException();
            }
            return asked.get();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the job was interrupted while it " + doing, ended);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(failed);
        }
    }
}
