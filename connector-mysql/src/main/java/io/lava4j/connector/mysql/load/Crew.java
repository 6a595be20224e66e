package io.lava4j.connector.mysql.load;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The sessions of a load: one leads, holds the lock and makes the load last; others may help it to fill tables that nobody
 * sees. Safe for use by several threads.
 */
final class Crew {

    private final LoadSession leader;
    private final Opening opening;
    private final List<LoadSession> helpers = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    Crew(LoadSession leader, Opening opening) {
        this.leader = leader;
        this.opening = opening;
    }

    /** Opens further sessions. */
    interface Opening {

        /** Opens one. */
        LoadSession open() throws SQLException;
    }

    LoadSession leader() {
        return leader;
    }

    /** All that are open now. */
    List<LoadSession> all() {
        return Stream.concat(Stream.of(leader), helpers.stream()).toList();
    }

    /**
     * Opens a session that reads data as the leader does.
     *
     * @param sqlMode the leader's
     * @throws SQLException if there is none
     */
    LoadSession hire(String sqlMode) throws SQLException {
        LoadSession helper = opening.open();
        helpers.add(helper);
        try {
            helper.execute("SET SESSION sql_mode = '" + sqlMode + "'");
        } catch (SQLException | RuntimeException failed) {
            dismiss(helper);
            throw failed;
        }
        if (ended) {
            helper.abort();
        }
        return helper;
    }

    void dismiss(LoadSession helper) {
        helpers.remove(helper);
        helper.close();
    }

    /** Ends the helpers at once. */
    void abortHelpers() {
        helpers.forEach(LoadSession::abort);
    }

    /** Ends all at once. */
    void abort() {
        ended = true;
        abortHelpers();
        leader.abort();
    }
}
