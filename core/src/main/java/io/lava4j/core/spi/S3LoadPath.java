package io.lava4j.core.spi;

import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A database that loads from S3 by itself: what its statements are, and what they need. The connector runs them, in a
 * transaction of its own and as strictly as any other load; so there is no DDL here, and no commit. At most one a type.
 * Found by {@link java.util.ServiceLoader}; cheap, without state.
 *
 * <p>For one load, in this order and on one thread: {@link #refusal} when the load is prepared; if there is none and this
 * way is taken, {@link #setUp}; {@link #statement} for each object, perhaps several times; {@link #discrepancy} when all
 * objects are loaded. {@link #explain} whenever a statement fails.
 */
public interface S3LoadPath {

    /**
     * The connection types it serves, in lower case.
     *
     * @return at least one
     */
    Set<String> types();

    /**
     * Whether this load can go this way. Changes nothing, not even the session. What goes for every such database is the
     * connector's to look at: compression, and how the objects end.
     *
     * @param request the load
     * @param connection the session that would load; stays open
     * @return empty when it can, else the reason why not, with what would mend it, for a person
     * @throws SQLException if the server cannot be asked
     */
    Optional<String> refusal(LoadRequest request, Connection connection) throws SQLException;

    /**
     * What makes a session fit for such loads, such as the activation of a role. Run on the session that loads, once
     * {@link #refusal} found nothing; never on one that goes another way.
     *
     * @param connection that session; stays open, and is left as it is
     * @return SQL statements in order; none when it is fit already
     * @throws SQLException if the server cannot be asked
     */
    default List<String> setUp(Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * The exact statement that loads one object.
     *
     * @param request the load
     * @param table the quoted name of the table to fill, which need not be the request's
     * @param object the object
     * @return one SQL statement; the same one whenever it is asked for
     */
    String statement(LoadRequest request, String table, StoredObject object);

    /**
     * Says what is behind an error that is about S3, and not about the data.
     *
     * @param refused what the server answered to {@link #statement}, or to {@link #discrepancy}
     * @param connection the session that it answered to, for further questions; stays open
     * @return what is missing, and the statement or setting that mends it; empty for all other errors. The server's own
     *     words are added by the connector
     * @throws SQLException if the server cannot be asked
     */
    default Optional<String> explain(SQLException refused, Connection connection) throws SQLException {
        return Optional.empty();
    }

    /**
     * Compares what the database has recorded of the load with what was asked of it. Asked after the last object and before
     * the commit, in the load's transaction; when that finds a difference, once more in another session, as a transaction
     * may not see what others have written since it began.
     *
     * @param request the load; each of its objects was loaded
     * @param since the server's clock before the first object, in whole seconds
     * @param connection a session of the database; stays open
     * @return what differs, for a person: it fails the load; empty when nothing does, or when no records are kept
     * @throws SQLException if the records cannot be read: that is told and fails nothing
     */
    default Optional<String> discrepancy(LoadRequest request, Instant since, Connection connection)
            throws SQLException {
        return Optional.empty();
    }

    /**
     * Whether such loads would work for a session's user, for {@code lava check}: as far as it can be seen without one.
     * Changes nothing, not even the session.
     *
     * @param connection a session of the database; stays open
     * @return what was found; empty by default
     * @throws SQLException if the server cannot be asked
     */
    default Optional<Connector.Finding> check(Connection connection) throws SQLException {
        return Optional.empty();
    }
}
