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

    /** Shows the rows that have been committed to staged tables. */
    default void putInPlace(LoadSession session) throws SQLException, OutcomeUnknown {}

    /** Tidies up when the rows are where they belong; what cannot be tidied up is an event. */
    default void tidyUp(LoadSession session, Listener listener) throws SQLException, OutcomeUnknown {}

    /** Takes back what {@link #open} has done, after a failure and on any session that holds the lock. */
    default void undo(LoadSession session) throws SQLException {}

    /** Whether {@link #putInPlace} was carried out, as far as the tables tell; asked when its answer was lost. */
    default Optional<Boolean> isInPlace(LoadSession session) throws SQLException {
        return Optional.empty();
    }

    /** How a failure leaves the target, to end a sentence. */
    String leaves();
}
