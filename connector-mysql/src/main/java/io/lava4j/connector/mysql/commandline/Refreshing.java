package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.spi.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts new credentials in the place of those that end, well before they do, in a thread of its own until it is closed. */
final class Refreshing implements AutoCloseable {

    /** Often enough: a machine that was asleep has missed the moment. */
    static final Duration LOOK = Duration.ofSeconds(20);

    private static final Duration END_PATIENCE = Duration.ofSeconds(15);

    private final InstantSource clock;
    private final Duration look;
    private final Supplier<Credentials> source;
    private final Consumer<Credentials> target;
    private final Consumer<String> events;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "lava-refresh");
    private Instant due;
    private Optional<Instant> goodUntil;
    private String told = "";

    private Refreshing(
            InstantSource clock,
            Duration look,
            Credentials first,
            Supplier<Credentials> source,
            Consumer<Credentials> target,
            Consumer<String> events) {
        this.clock = clock;
        this.look = look;
        this.source = source;
        this.target = target;
        this.events = events;
        plan(first, clock.instant());
    }

    /**
     * Starts the thread, if the first credentials end at all.
     *
     * @param clock tells when credentials end
     * @param look how often it is looked at, and failures are tried again
     * @param first in place now
     * @param source gives new ones
     * @param target puts them in place
     * @param events hears of failures, and of their end
     */
    static Refreshing of(
            InstantSource clock,
            Duration look,
            Credentials first,
            Supplier<Credentials> source,
            Consumer<Credentials> target,
            Consumer<String> events) {
        Refreshing refreshing = new Refreshing(clock, look, first, source, target, events);
        if (first.goodUntil().isPresent()) {
            refreshing.thread.setDaemon(true);
            refreshing.thread.start();
        }
        return refreshing;
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
            while (goodUntil.isPresent() && !closed.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                if (!clock.instant().isBefore(due)) {
                    refresh();
                }
            }
        } catch (InterruptedException over) {
            // Closed.
        }
    }

    private Duration pause() {
        Duration left = Duration.between(clock.instant(), due);
        return left.isNegative() ? Duration.ZERO : left.compareTo(look) > 0 ? look : left;
    }

    private void refresh() {
        Instant asked = clock.instant();
        try {
            Credentials next = source.get();
            target.accept(next);
            plan(next, asked);
            tell("");
        } catch (RuntimeException | LinkageError failed) {
            due = clock.instant().plus(look);
            if (closed.getCount() > 0) {
                tell(String.valueOf(failed.getMessage()));
            }
        }
    }

    /** At half of their time: as much is left for trying again. */
    private void plan(Credentials current, Instant now) {
        goodUntil = current.goodUntil();
        due = goodUntil
                .map(end -> now.plus(Duration.between(now, end).dividedBy(2)))
                .orElse(Instant.MAX);
    }

    /** Each failure once, however often it is met. */
    private void tell(String failure) {
        if (failure.equals(told)) {
            return;
        }
        told = failure;
        events.accept(
                failure.isEmpty()
                        ? "the credentials of the command line are renewed again"
                        : "the credentials of the command line could not be renewed, which is tried again every "
                                + look.toSeconds() + " s; those in place end at " + goodUntil.orElseThrow() + ": "
                                + failure);
    }
}
