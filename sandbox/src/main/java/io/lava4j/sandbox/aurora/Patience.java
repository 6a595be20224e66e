package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How long a client that logs in may say nothing: as long as at MySQL, whose connect_timeout is that at first. */
final class Patience {
    private static final long LIMIT_SECONDS = 10;

    private Patience() {}

    /** Something that waits for the client. */
    interface Step<T> {
        T take() throws IOException;
    }

    /** Takes the step; the client that lets it wait too long is cut off, and so the step fails. */
    static <T> T with(Wire client, Step<T> step) throws IOException {
        var answered = new CompletableFuture<Boolean>().completeOnTimeout(false, LIMIT_SECONDS, TimeUnit.SECONDS);
        answered.thenAccept(inTime -> {
            if (!inTime) {
                client.cut();
            }
        });
        try {
            return step.take();
        } finally {
            answered.complete(true);
        }
    }
}
