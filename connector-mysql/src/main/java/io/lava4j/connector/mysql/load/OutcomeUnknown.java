package io.lava4j.connector.mysql.load;

import java.sql.SQLException;
import java.util.Set;

/** The answer to a statement that cannot be undone never came, or leaves it open whether it was carried out. Or it was we who broke off. */
final class OutcomeUnknown extends Exception {

    private static final long serialVersionUID = 1L;

    /** Interrupted, its session killed (MariaDB), an error of the engine's or of a replication hook in it. */
    private static final Set<Integer> LEFT_OPEN = Set.of(1317, 1927, 1180, 3100);

    private OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something of ours has failed when the load was about to last: memory that ran out, a defect. */
    static OutcomeUnknown brokenOff(Throwable fault) {
        return new OutcomeUnknown("the end of the load broke off (" + fault + ")", fault);
    }

    /**
     * Throws one if a failure tells nothing of what the server has done.
     *
     * @param statement which one: {@code COMMIT} or {@code RENAME TABLE}
     * @param failed how it failed
     */
    static void check(String statement, SQLException failed) throws OutcomeUnknown {
        ServerWarning said = ServerWarning.of(failed);
        if (!said.isOfServer()) {
            throw new OutcomeUnknown("the connection was lost in " + statement, failed);
        }
        if (LEFT_OPEN.contains(said.code())) {
            throw new OutcomeUnknown("the server has answered " + statement + " with " + said, failed);
        }
    }
}
