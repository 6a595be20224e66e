package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.LoadTarget.Report;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The sessions of a load: one leads, holds the lock and makes the load last; others may help it to fill tables that nobody
 * sees. Safe for use by several threads.
 */
final class Crew {

    private static final String NOW = "DEFAULT";

    private final LoadSession leader;
    private final Opening opening;
    private final List<LoadSession> helpers = new CopyOnWriteArrayList<>();
    private volatile boolean ended;
    private volatile String time = NOW;
    private volatile String home = "";

    Crew(LoadSession leader, Opening opening) {
        this.leader = leader;
        this.opening = opening;
    }

    /** Opens further sessions. */
    interface Opening {

        /** Opens one. */
        LoadSession open() throws SQLException;
    }

    /** What all do together. */
    interface Work {

        /** Does it. */
        Report report() throws SQLException;
    }

    LoadSession leader() {
        return leader;
    }

    /**
     * Does work in which all sessions have one time, as one statement has: rows may get it by default.
     *
     * @throws OneByOne if the server does not allow that
     */
    Report atOneTime(Work work) throws SQLException {
        home = server(leader);
        time = leader.query("SELECT CAST(@@timestamp AS CHAR)", row -> row.getString(1))
                .get(0);
        try {
            stop(time);
            return work.report();
        } finally {
            time = NOW;
            goOn();
        }
    }

    private void stop(String moment) throws SQLException {
        try {
            leader.execute("SET SESSION timestamp = " + moment);
        } catch (SQLException refused) {
            ServerWarning said = ServerWarning.of(refused);
            if (!said.isOfServer()) {
                throw refused;
            }
            throw new OneByOne("sessions cannot be given one time for their rows: " + said);
        }
    }

    private void goOn() {
        try {
            if (!leader.isAborted()) {
                leader.execute("SET SESSION timestamp = " + NOW);
            }
        } catch (SQLException lost) {
            leader.abort();
        }
    }

    /** Which it is: an address may be that of several, of which one may be a copy of another. */
    private static String server(LoadSession session) throws SQLException {
        String more = session.isMariaDb() ? "" : ", @@server_uuid";
        return session.query(
                        "SELECT CONCAT_WS(' ', @@server_id, @@hostname, @@port" + more + ")", row -> row.getString(1))
                .get(0);
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
            helper.execute("SET SESSION sql_mode = '" + sqlMode + "', timestamp = " + time);
            if (!server(helper).equals(home)) {
                throw new SQLException("it leads to another server than the first");
            }
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

    /** Ends the helpers at once; nobody looks after them any more. */
    void abortHelpers() {
        helpers.forEach(LoadSession::abort);
        helpers.clear();
    }

    /** Ends all at once. */
    void abort() {
        ended = true;
        abortHelpers();
        leader.abort();
    }
}
