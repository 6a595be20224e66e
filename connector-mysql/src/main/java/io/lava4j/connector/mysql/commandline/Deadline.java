package io.lava4j.connector.mysql.commandline;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Closes a socket that is in use for too long: a server that trickles keeps any limit on silence. */
public final class Deadline {

    private final CountDownLatch over = new CountDownLatch(1);

    private Deadline() {}

    /** From now on. */
    public static Deadline of(Socket socket, Duration limit) {
        Deadline deadline = new Deadline();
        Thread thread = new Thread(() -> deadline.watch(socket, limit), "lava4j-deadline");
        thread.setDaemon(true);
        thread.start();
        return deadline;
    }

    /** It was in time, or does not matter any more. */
    public void cancel() {
        over.countDown();
    }

    private void watch(Socket socket, Duration limit) {
        try {
            if (!over.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                socket.close();
            }
        } catch (IOException | InterruptedException ended) {
            // There is nothing left to do for this thread.
        }
    }
}
