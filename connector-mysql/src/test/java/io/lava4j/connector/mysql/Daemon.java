package io.lava4j.connector.mysql;

import java.io.IOException;

/** A thread of a network between client and server, which ends when one of them has gone. */
public final class Daemon {

    private Daemon() {}

    /** What it does. */
    @FunctionalInterface
    public interface Work {

        void run() throws IOException;
    }

    public static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException over) {
                // One side is gone, which is what such a network is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
