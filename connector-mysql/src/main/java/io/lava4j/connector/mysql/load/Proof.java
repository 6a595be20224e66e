package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.Listener;
import java.sql.SQLException;

/** What is looked at when all objects of a run are loaded, and nothing is committed. */
interface Proof {

    /** A way whose bytes all pass through this process needs none. */
    Proof NONE = listener -> {};

    /**
     * Looks.
     *
     * @param listener told of what could not be looked at
     * @throws io.lava4j.core.error.JobFailedException if other data was loaded than was asked for
     */
    void check(Listener listener) throws SQLException;
}
