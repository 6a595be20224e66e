package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One load at a time into a table: named locks of the server, held by the session that commits. */
final class TargetLock {

    private static final int HEX_DIGITS = 40;

    private final List<TableName> tables;
    private final Duration turn;

    /**
     * Makes it.
     *
     * @param tables those that the load may touch
     * @param turn how long it waits for all of them together, and at least a second for each but the first
     */
    TargetLock(List<TableName> tables, Duration turn) {
        // In one order for all runs: two that want the same locks never wait for each other.
        this.tables =
                tables.stream().sorted(Comparator.comparing(TargetLock::name)).toList();
        this.turn = turn;
    }

    /** Names are at most 64 characters, and blind to case on MySQL alone. */
    static String name(TableName table) {
        String target = (table.schema() + "." + table.table()).toLowerCase(Locale.ROOT);
        return "lava:" + Sha256.hex(target, HEX_DIGITS);
    }

    /** The same locks, with less patience. */
    TargetLock within(Duration patience) {
        return new TargetLock(tables, patience);
    }

    /** Waits for the locks. The session gives them back by ending. */
    void take(LoadSession session) throws SQLException {
        long start = System.nanoTime();
        long seconds = turn.toSeconds();
        for (TableName table : tables) {
            take(session, table, seconds);
            long waited = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            seconds = Math.max(1, turn.toSeconds() - waited);
        }
    }

    /** Asked right before the commit: a lock that was lost may be another's by now. */
    void check(LoadSession session) throws SQLException {
        for (TableName table : tables) {
            if (!answer(session, "SELECT IS_USED_LOCK(?) = CONNECTION_ID()", table)) {
                throw new JobFailedException(
                        "table " + table + ": the load has lost its lock '" + name(table) + "'; run it again");
            }
        }
    }

    /** Whether another session holds any of them, as far as this one is told. */
    boolean isHeldBy(LoadSession other, LoadSession asking) throws SQLException {
        for (TableName table : tables) {
            if (answer(asking, "SELECT IS_USED_LOCK(?) = " + other.id(), table)) {
                return true;
            }
        }
        return false;
    }

    private void take(LoadSession session, TableName table, long seconds) throws SQLException {
        if (!answer(session, "SELECT GET_LOCK(?, " + seconds + ")", table)) {
            throw new JobFailedException("table " + table + ": another load into it has held the lock '" + name(table)
                    + "' for " + turn.toSeconds() + " s; wait for its end, or end it");
        }
    }

    private static boolean answer(LoadSession session, String question, TableName table) throws SQLException {
        return session.query(question, row -> row.getInt(1) == 1, name(table)).get(0);
    }
}
