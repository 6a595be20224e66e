package io.lava4j.connector.mysql.commandline;

import java.time.Duration;

/** What has to be looked after as long as a connection is in place. */
interface Upkeep {

    /** How often is often enough: a machine that was asleep has missed the moment. */
    Duration LOOK = Duration.ofSeconds(20);

    /** How long until the next look, at most. */
    Duration pause();

    /**
     * Does what is due.
     *
     * @return whether anything was
     * @throws RuntimeException when it cannot be done; it is tried again
     */
    boolean look();

    /** A sentence for a failure. */
    String failed(String reason);

    /** A sentence for the end of failures. */
    String recovered();
}
