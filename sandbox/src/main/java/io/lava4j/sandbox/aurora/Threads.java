package io.lava4j.sandbox.aurora;

/** Daemon threads: a stand-in that was never closed must not hold the JVM. */
final class Threads {
    private static final long PAUSE_MILLISECONDS = 100;

    private Threads() {}

    /** For what would fail again at once. */
    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Thread start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
