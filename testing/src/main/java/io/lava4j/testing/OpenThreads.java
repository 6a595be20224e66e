package io.lava4j.testing;

import java.util.List;
import java.util.Set;

/** The threads that live at a time, to see which come to stay. */
final class OpenThreads {

    private static final int MILLIS_TO_END = 5_000;

    private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());

    /** Those that were started since and do not end. */
    List<String> left() throws InterruptedException {
        List<Thread> started = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .toList();
        for (Thread thread : started) {
            thread.join(MILLIS_TO_END);
        }
        return started.stream().filter(Thread::isAlive).map(Thread::getName).toList();
    }
}
