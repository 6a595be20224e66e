package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A new session in the place of one that is lost. A lost session may still work at the server, and even rename a table
 * later on: so it is ended, and the target's lock, which it held, is the proof that it is gone.
 */
final class Successor {

    /** Whoever interrupts a load does not wait for long. */
    private static final int PARTING_SECONDS = 10;

    private final SessionSetup setup;
    private final Path privateDirectory;
    private final List<String> setUp;
    private final TargetLock lock;
    private final Duration patience;

    /**
     * Makes it.
     *
     * @param setUp what the lost session was told to be fit for its way of loading: rights may come from it
     * @param patience with a server that cannot be reached, as it may be restarting, where all hangs on its answer
     */
    Successor(SessionSetup setup, Path privateDirectory, List<String> setUp, TargetLock lock, Duration patience) {
        this.setup = setup;
        this.privateDirectory = privateDirectory;
        this.setUp = List.copyOf(setUp);
        this.lock = lock;
        this.patience = patience;
    }

    /**
     * Opens it; the caller closes it.
     *
     * @throws SQLException for whatever reason there is none
     */
    LoadSession of(LoadSession lost) throws SQLException {
        return inPlaceOf(lost, open());
    }

    /**
     * The same, and tries again for a while where the server cannot be reached.
     *
     * @throws SQLException for whatever reason there is none in the end
     */
    LoadSession patientlyOf(LoadSession lost) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            try {
                return inPlaceOf(lost, open());
            } catch (Unreachable unable) {
                if (System.nanoTime() - start > patience.toNanos()) {
                    throw unable;
                }
                pause(unable);
            }
        }
    }

    private LoadSession inPlaceOf(LoadSession lost, LoadSession session) throws SQLException {
        try {
            end(lost, session);
            lock.take(session);
            session.executeAll(setUp);
            return session;
        } catch (LavaException failed) {
            session.abort();
            throw new SQLException(failed.getMessage(), failed);
        } catch (SQLException | RuntimeException failed) {
            session.abort();
            throw failed;
        }
    }

    /**
     * Ends the lost session alone, and waits a little for what it has done to be undone.
     *
     * @throws SQLException if it may still be there
     */
    void end(LoadSession lost) throws SQLException {
        try (LoadSession session = open()) {
            for (int second = 0; second < PARTING_SECONDS; second++) {
                // Again: in a trigger it works in another's name for a moment, and is not ours to end.
                end(lost, session);
                if (hasEnded(lost, session)) {
                    return;
                }
            }
            throw new SQLException("it has not ended within " + PARTING_SECONDS + " s");
        }
    }

    private LoadSession open() throws Unreachable {
        try {
            return setup.open(privateDirectory);
        } catch (LavaException | SQLException unable) {
            throw new Unreachable(unable);
        }
    }

    private static void pause(Unreachable unable) throws Unreachable {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw unable;
        }
    }

    private boolean hasEnded(LoadSession lost, LoadSession session) throws SQLException {
        try {
            lock.within(Duration.ofSeconds(1)).take(session);
            return true;
        } catch (JobFailedException held) {
            // By the next in line perhaps.
            return !lock.isHeldBy(lost, session);
        }
    }

    /** Without the lock it has ended, and its number may be another session's by now. */
    private void end(LoadSession lost, LoadSession session) throws SQLException {
        if (!lock.isHeldBy(lost, session)) {
            return;
        }
        try {
            session.execute("KILL " + lost.id());
        } catch (SQLException goneMeanwhile) {
            // Or not ours to end; the lock tells.
        }
    }

    /** There is no session. */
    private static final class Unreachable extends SQLException {

        private static final long serialVersionUID = 1L;

        Unreachable(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
