package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.Listener;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What happens to tables around the load's transaction. Belongs to one run, whose session holds the target's lock. */
interface Frame {

    /** The statements before the transaction. */
    default List<String> opening() {
        return List.of();
    }

    /** The statements after the transaction. */
    default List<String> closing() {
        return List.of();
    }

    /** Whether the rows, once committed, are still in tables that nobody looks at. */
    default boolean isStaged() {
        return false;
    }

    /** Whether the table to fill is not there before. */
    default boolean creates() {
        return false;
    }

    /** Makes the tables ready to be filled. */
    default void open(LoadSession session) throws SQLException {
        session.executeAll(opening());
    }

    /** Shows the rows that have been committed to staged tables, as long as the condition holds and nobody stops it. */
    default void putInPlace(LoadSession session, Rename.Condition condition, StopRequest stop)
            throws SQLException, OutcomeUnknown {}

    /** The last moment at which a load whose rows are where they belong may fail: they are taken away again then. */
    default void confirm(LoadSession session) throws SQLException, OutcomeUnknown {}

    /** Rows that went with tables which were replaced; known once it is confirmed. */
    default long deleted() {
        return 0;
    }

    /** Tidies up once the load is done; what cannot be tidied up is an event. */
    default void tidyUp(LoadSession session, Listener listener) throws SQLException {}

    /** Takes back what {@link #open} has done, after a failure and on any session that holds the lock. */
    default void undo(LoadSession session) throws SQLException {}

    /** Whether {@link #putInPlace} was carried out, as far as the tables tell; asked when its answer was lost. */
    default Optional<Boolean> isInPlace(LoadSession session) throws SQLException {
        return Optional.empty();
    }

    /** How a failure leaves the target, to end a sentence. */
    String leaves();

    /** What a failure means for the rows, and how it leaves the target. */
    default String outcome() {
        return "nothing was loaded, " + leaves();
    }

    /** What stays where {@link #undo} cannot be done, to follow a "but"; empty when there is nothing to undo. */
    default Optional<String> leftOver() {
        return Optional.empty();
    }

    /** How a person finds out whether the load was done when we cannot. */
    default String clue() {
        return "look in the table for rows of the data; only when there are none, run the job again";
    }
}
