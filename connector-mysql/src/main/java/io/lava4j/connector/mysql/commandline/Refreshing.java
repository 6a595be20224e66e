package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.spi.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts new credentials in the place of those that end, well before they do. */
final class Refreshing implements Upkeep {

    /** Between two looks at credentials that were given with hardly any time left. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Duration look;
    private final Supplier<Credentials> source;
    private final Consumer<Credentials> target;
    private Instant due;
    private Instant goodUntil;

    private Refreshing(InstantSource clock, Duration look, Supplier<Credentials> source, Consumer<Credentials> target) {
        this.clock = clock;
        this.look = look;
        this.source = source;
        this.target = target;
    }

    /**
     * Empty where the first credentials do not end.
     *
     * @param clock tells when credentials end
     * @param look how often it is looked at, and failures are tried again
     * @param first in place now
     * @param source gives new ones
     * @param target puts them in place
     */
    static Optional<Upkeep> of(
            InstantSource clock,
            Duration look,
            Credentials first,
            Supplier<Credentials> source,
            Consumer<Credentials> target) {
        Refreshing refreshing = new Refreshing(clock, look, source, target);
        refreshing.plan(first, clock.instant());
        return first.goodUntil().map(end -> refreshing);
    }

    @Override
    public Duration pause() {
        Duration left = Duration.between(clock.instant(), due);
        Duration least = look.compareTo(LEAST) < 0 ? look : LEAST;
        return left.compareTo(look) > 0 ? look : left.compareTo(least) < 0 ? least : left;
    }

    @Override
    public boolean look() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return false;
        }
        due = now.plus(look);
        Credentials next = source.get();
        target.accept(next);
        plan(next, now);
        return true;
    }

    /** At half of their time: as much is left for trying again. */
    private void plan(Credentials current, Instant now) {
        goodUntil = current.goodUntil().orElse(Instant.MAX);
        due = current.goodUntil()
                .map(end -> now.plus(Duration.between(now, end).dividedBy(2)))
                .orElse(Instant.MAX);
    }

    @Override
    public String failed(String reason) {
        return "the credentials of the command line could not be renewed, which is tried again every "
                + look.toSeconds() + " s; those in place end at " + goodUntil + ": " + reason;
    }

    @Override
    public String recovered() {
        return "the credentials of the command line are renewed again";
    }
}
