package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Renames tables, all at once. While a RENAME waits for those who use a table, everyone else waits behind it: so it waits
 * for a short time, a few times, and lets others pass in between.
 *
 * @param moves what is called what
 * @param settings how long it waits
 */
record Rename(List<Move> moves, LoadSettings settings) {

    private static final int TRIES = 5;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final Duration BEAT = Duration.ofMillis(200);

    /** One table and its new name. */
    record Move(TableName from, TableName to) {}

    Rename {
        moves = List.copyOf(moves);
    }

    String statement() {
        return statement(moves);
    }

    static String statement(List<Move> moves) {
        return moves.stream()
                .map(move -> move.from().quoted() + " TO " + move.to().quoted())
                .collect(Collectors.joining(", ", "RENAME TABLE ", ""));
    }

    /** What must hold right before each try. */
    interface Condition {

        /** Throws if it does not hold. */
        void check() throws SQLException;
    }

    /**
     * Renames; a connection lost on the way, or an error that may come late, leaves it open whether it did.
     *
     * @param stop looked at before each try: one that was refused has changed nothing, and there is a way back
     */
    void run(LoadSession session, Condition condition, StopRequest stop) throws SQLException, OutcomeUnknown {
        long seconds = Math.max(1, settings.renameWait().toSeconds());
        session.execute("SET SESSION lock_wait_timeout = " + seconds);
        for (int tries = 1; !hasRun(session, condition, stop); tries++) {
            if (tries == TRIES) {
                throw new JobFailedException("table " + moves.get(0).from()
                        + ": others have used it all the time, and its RENAME waited " + TRIES + " times for " + seconds
                        + " s; look for long transactions, or load when nobody reads it");
            }
            pause(session, stop);
        }
    }

    /** Whoever watches must not take it for a standstill. */
    private void pause(LoadSession session, StopRequest stop) {
        long until = System.nanoTime() + settings.renamePause().toNanos();
        for (long left = settings.renamePause().toNanos(); left > 0; left = until - System.nanoTime()) {
            stop.pause(Duration.ofNanos(Math.min(left, BEAT.toNanos())));
            session.pulse().beat();
        }
    }

    private boolean hasRun(LoadSession session, Condition condition, StopRequest stop)
            throws SQLException, OutcomeUnknown {
        condition.check();
        stop.check();
        try {
            session.execute(statement());
            return true;
        } catch (SQLException failed) {
            if (failed.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return false;
            }
            OutcomeUnknown.check("RENAME TABLE", failed);
            throw failed;
        }
    }
}
