package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.LavaException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Finds out whether a session still moves. For one thread. */
final class Vigil {

    /** Stall periods without an answer to our question: a server that takes no second session may be at work. */
    private static final int MOST_UNANSWERED = 10;

    private final LoadSession session;
    private final Witness witness;
    private final Duration stall;
    private int unanswered;
    private boolean seenIdle;
    private int asked;

    /**
     * Begins.
     *
     * @param session the session
     * @param witness asks the server about it
     * @param stall how long it may stand still
     */
    Vigil(LoadSession session, Witness witness, Duration stall) {
        this.session = session;
        this.witness = witness;
        this.stall = stall;
    }

    /** Why the work has to end, if it has to. */
    Optional<String> fault() {
        Duration still = session.pulse().still();
        if (still.compareTo(stall) < 0) {
            asked = 0;
            unanswered = 0;
            seenIdle = false;
            return Optional.empty();
        }
        if (session.pulse().isDataAwaited()) {
            return Optional.of("the object store has sent no data for " + stall.toSeconds()
                    + " s; check the network, and run the job again");
        }
        boolean isTimeToAsk = still.compareTo(stall.multipliedBy(1L + asked)) >= 0;
        return isTimeToAsk ? faultOfServer(still) : Optional.empty();
    }

    private Optional<String> faultOfServer(Duration still) {
        String silent = "the server has not answered for " + still.toSeconds() + " s, and ";
        try {
            if (witness.seesAtWork(session.id())) {
                session.pulse().beat();
                return Optional.empty();
            }
            if (!seenIdle) {
                // Its answer may be on the way to us this very moment.
                seenIdle = true;
                return Optional.empty();
            }
            return Optional.of(silent + "does not work on the load any more; run the job again");
        } catch (SQLException | CredentialsException | ConfigurationException unable) {
            asked++;
            if (isOurs(unable)) {
                return Optional.empty();
            }
            unanswered++;
            return unanswered < MOST_UNANSWERED
                    ? Optional.empty()
                    : Optional.of(silent + "could not be asked whether it works on the load: " + firstLine(unable)
                            + "; check that it runs, and run the job again");
        }
    }

    /** What keeps us from asking at all, as credentials that have expired, says nothing about the server. */
    private static boolean isOurs(Exception unable) {
        return unable instanceof LavaException && !(unable.getCause() instanceof SQLException);
    }

    /** The driver writes paragraphs. */
    private static String firstLine(Exception unable) {
        return String.valueOf(unable.getMessage()).lines().findFirst().orElse("");
    }
}
