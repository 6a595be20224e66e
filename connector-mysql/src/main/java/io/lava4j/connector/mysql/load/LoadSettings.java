package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Spec;
import java.time.Duration;

/**
 * How long a load waits for what, and how it cuts objects.
 *
 * @param stall for data, or for a sign of life of its session at the server
 * @param lockWait for locks of others on the table or its rows; whole seconds, at least one
 * @param turn for another load of ours into the same table to end; whole seconds
 * @param renameWait for others to let go of a table that is swapped, or emptied already, while new ones wait; whole seconds, at least one
 * @param renamePause between two such waits, for others to pass
 * @param sizes how objects are cut
 */
public record LoadSettings(
        Duration stall, Duration lockWait, Duration turn, Duration renameWait, Duration renamePause, PartSizes sizes) {

    /** What suits loads of any size. */
    public static final LoadSettings DEFAULT =
            new LoadSettings(Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMinutes(10));

    /** Waits at most 5 s at a time for a swap. */
    public LoadSettings(Duration stall, Duration lockWait, Duration turn) {
        this(stall, lockWait, turn, Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    /** Cuts objects as suits most. */
    public LoadSettings(Duration stall, Duration lockWait, Duration turn, Duration renameWait, Duration renamePause) {
        this(stall, lockWait, turn, renameWait, renamePause, PartSizes.DEFAULT);
    }

    /**
     * Those of a connection.
     *
     * @throws ConfigurationException if a limit is below a second
     */
    public static LoadSettings of(Spec spec) {
        return new LoadSettings(
                limit(spec, "stall_limit", DEFAULT.stall()),
                limit(spec, "lock_limit", DEFAULT.lockWait()),
                DEFAULT.turn());
    }

    private static Duration limit(Spec spec, String field, Duration usual) {
        Duration limit = spec.duration(field).orElse(usual);
        if (limit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new ConfigurationException(spec.subject() + ": " + field + " '" + limit.toMillis()
                    + " ms' would end loads that only wait their time, expected a second at least; give more, or leave it out for "
                    + usual.toSeconds() + " s");
        }
        return limit;
    }

    /** The same, with objects cut in another way. */
    public LoadSettings cutting(PartSizes other) {
        return new LoadSettings(stall, lockWait, turn, renameWait, renamePause, other);
    }
}
