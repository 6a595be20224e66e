package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class RefreshingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final BlockingQueue<String> placed = new LinkedBlockingQueue<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Instant now = START;

    @Test
    void aTokenIsReplacedAtHalfOfItsLifeForHours() throws InterruptedException {
        try (Keeper keeper = keeper(token())) {
            for (int quarter = 1; quarter <= 13; quarter++) {
                now = START.plus(LIFE.dividedBy(2).multipliedBy(quarter));

                assertEquals("token of " + now, placed.poll(120, TimeUnit.SECONDS), keeper.toString());
            }
        }
        assertEquals(13, asked.get());
        assertEquals(List.of(), events);
    }

    @Test
    void nothingIsAskedForBeforeItIsTime() {
        now = START.plus(LIFE.dividedBy(2)).minusMillis(1);
        Credentials first = new Credentials("u", new Secret("x"), Optional.of(START.plus(LIFE)));
        try (Keeper keeper = keeper(first)) {
            while (looks.get() < 20) {
                Thread.onSpinWait();
            }
            assertEquals(0, asked.get(), keeper.toString());
        }
    }

    @Test
    void aFailureIsToldOnceAndTriedAgain() throws InterruptedException {
        failures.set(5);
        try (Keeper keeper = keeper(token())) {
            now = START.plus(LIFE);
            Optional<String> renewed = Optional.empty();
            for (int look = 0; look < 60_000 && renewed.isEmpty(); look++) {
                // Each try is a look later, whenever the thread comes to it.
                now = now.plus(LOOK);
                renewed = Optional.ofNullable(placed.poll(2, TimeUnit.MILLISECONDS));
            }

            assertTrue(renewed.orElse("none").startsWith("token of "), keeper.toString());
        }
        assertEquals(
                List.of(
                        "the credentials of the command line could not be renewed, which is tried again every 0 s; those in"
                                + " place end at 2026-01-01T00:15:00Z: the network is down",
                        "the credentials of the command line are renewed again"),
                events);
    }

    @Test
    void nothingIsPutInPlaceOnceItIsClosed() {
        Keeper keeper = keeper(token());
        keeper.close();
        now = START.plus(LIFE);

        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("lava-refresh")));
        assertEquals(List.of(), List.copyOf(placed));
    }

    @Test
    void aPasswordThatDoesNotEndNeedsNothing() {
        assertEquals(Optional.empty(), refreshing(new Credentials("u", new Secret("x"), Optional.empty())));
    }

    private Keeper keeper(Credentials first) {
        return Keeper.start(refreshing(first).orElseThrow(), events::add);
    }

    private Optional<Upkeep> refreshing(Credentials first) {
        return Refreshing.of(
                this::look,
                LOOK,
                first,
                this::next,
                next -> placed.add(next.password().reveal()));
    }

    private Instant look() {
        looks.incrementAndGet();
        return now;
    }

    private Credentials next() {
        asked.incrementAndGet();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new CredentialsException("the network is down");
        }
        return token();
    }

    private Credentials token() {
        Instant made = now;
        return new Credentials("u", new Secret("token of " + made), Optional.of(made.plus(LIFE)));
    }
}
