package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** One load at a time into one table: a named lock of the server, held by the session that commits. */
final class TargetLock {

    private static final int HEX_DIGITS = 40;

    private final TableName table;
    private final Duration turn;
    private final String name;

    TargetLock(TableName table, Duration turn) {
        this.table = table;
        this.turn = turn;
        this.name = name(table);
    }

    /** Names are at most 64 characters, and blind to case on MySQL alone. */
    static String name(TableName table) {
        String target = (table.schema() + "." + table.table()).toLowerCase(Locale.ROOT);
        return "lava:" + Sha256.hex(target, HEX_DIGITS);
    }

    /** Waits for the lock. The session gives it back by ending. */
    void take(LoadSession session) throws SQLException {
        String seconds = Long.toString(turn.toSeconds());
        if (!answer(session, "SELECT GET_LOCK(?, " + seconds + ")")) {
            throw new JobFailedException("table " + table + ": another load into it has held the lock '" + name
                    + "' for " + seconds + " s; wait for its end, or end it");
        }
    }

    /** Asked right before the commit: a lock that was lost may be another's by now. */
    void check(LoadSession session) throws SQLException {
        if (!answer(session, "SELECT IS_USED_LOCK(?) = CONNECTION_ID()")) {
            throw new JobFailedException("table " + table + ": the load has lost its lock '" + name + "'");
        }
    }

    /** Whether another session holds it, as far as this one is told. */
    boolean isHeldBy(LoadSession other, LoadSession asking) throws SQLException {
        return answer(asking, "SELECT IS_USED_LOCK(?) = " + other.id());
    }

    private boolean answer(LoadSession session, String question) throws SQLException {
        return session.query(question, row -> row.getInt(1) == 1, name).get(0);
    }
}
