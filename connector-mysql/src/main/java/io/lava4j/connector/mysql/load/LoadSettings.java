package io.lava4j.connector.mysql.load;

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

    /** The same, with objects cut in another way. */
    public LoadSettings cutting(PartSizes other) {
        return new LoadSettings(stall, lockWait, turn, renameWait, renamePause, other);
    }
}
