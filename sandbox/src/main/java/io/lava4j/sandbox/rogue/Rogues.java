package io.lava4j.sandbox.rogue;

import java.io.IOException;

/** The threads of rogue servers: daemons, which end with their clients. */
final class Rogues {
    private Rogues() {}

    static void start(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The client has had enough, or the server is closed.
                    }
                },
                "rogue");
        thread.setDaemon(true);
        thread.start();
    }

    /** What such a thread does. */
    interface Work {
        void run() throws IOException;
    }
}
