package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.CancelledException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** That the caller wants a load to end, for work that cannot be ended from outside and has a way back now and then. */
final class StopRequest {

    private final CountDownLatch made = new CountDownLatch(1);

    /** Makes it, on any thread. */
    void make() {
        made.countDown();
    }

    /** Throws a {@link CancelledException} if it was made. */
    void check() {
        pause(Duration.ZERO);
    }

    /** Lets time pass, and throws a {@link CancelledException} as soon as it is made. */
    void pause(Duration time) {
        try {
            if (made.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CancelledException("the load was interrupted");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the load was interrupted", ended);
        }
    }
}
