package io.lava4j.connector.mysql.commandline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does the upkeep, in a thread of its own until it is closed. */
final class Keeper implements AutoCloseable {

    private static final Duration END_PATIENCE = Duration.ofSeconds(15);

    private final Upkeep upkeep;
    private final Consumer<String> events;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "lava-refresh");
    private String told = "";

    private Keeper(Upkeep upkeep, Consumer<String> events) {
        this.upkeep = upkeep;
        this.events = events;
    }

    /** @param events hears of failures, and of their end */
    static Keeper start(Upkeep upkeep, Consumer<String> events) {
        Keeper keeper = new Keeper(upkeep, events);
        keeper.thread.setDaemon(true);
        keeper.thread.start();
        return keeper;
    }

    /** Ends the thread, and waits for it: nothing is put in place afterwards. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        // Who is being stopped waits all the same: else new credentials could be put where the old ones were removed.
        boolean stopped = Thread.interrupted();
        try {
            thread.join(END_PATIENCE.toMillis());
        } catch (InterruptedException again) {
            stopped = true;
        }
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed.await(upkeep.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException over) {
            // Closed.
        }
    }

    private void look() {
        try {
            if (upkeep.look()) {
                tell("");
            }
        } catch (RuntimeException | LinkageError failed) {
            if (closed.getCount() > 0) {
                tell(String.valueOf(failed.getMessage()));
            }
        }
    }

    /** Each failure once, however often it is met. */
    private void tell(String failure) {
        if (failure.equals(told)) {
            return;
        }
        told = failure;
        events.accept(failure.isEmpty() ? upkeep.recovered() : upkeep.failed(failure));
    }
}
