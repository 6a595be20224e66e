package io.lava4j.distribution.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Makes trials, several at a time: most of the time one waits. */
record Campaign(Laboratory laboratory, Choice choice) {

    List<Verdict> run(List<Trial> trials) {
        ExecutorService threads = Executors.newFixedThreadPool(choice.atOnce());
        try {
            List<Future<Verdict>> running = trials.stream()
                    .map(trial -> threads.submit(() -> verdict(trial)))
                    .toList();
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> one : running) {
                verdicts.add(one.get());
            }
            return verdicts;
        } catch (ExecutionException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        } finally {
            threads.shutdownNow();
        }
    }

    private Verdict verdict(Trial trial) {
        Verdict verdict = guarded(trial);
        choice.hear(verdict);
        return verdict;
    }

    private Verdict guarded(Trial trial) {
        try {
            return trial.run(laboratory);
        } catch (RuntimeException broken) {
            return new Verdict(trial.name(), trial.kind(), "broken", List.of(broken + " at " + place(broken)), 0);
        }
    }

    private static String place(RuntimeException broken) {
        return Stream.of(broken.getStackTrace())
                .filter(frame -> frame.getClassName().contains(".faults."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }
}
