package io.lava4j.connector.mysql.load;

import java.sql.SQLException;

/** The answer to a statement that cannot be undone never came, or leaves it open whether it was carried out. */
final class OutcomeUnknown extends Exception {

    private static final long serialVersionUID = 1L;

    private OutcomeUnknown(String message, SQLException cause) {
        super(message, cause);
    }

    /**
     * The connection was lost.
     *
     * @param statement which one: {@code COMMIT} or {@code RENAME TABLE}
     * @param how how it was lost
     */
    static OutcomeUnknown lost(String statement, SQLException how) {
        return new OutcomeUnknown("the connection was lost in " + statement, how);
    }

    /** The server has answered with an error that tells nothing of what it has done. */
    static OutcomeUnknown answered(String statement, SQLException error) {
        return new OutcomeUnknown("the server has answered " + statement + " with " + ServerWarning.of(error), error);
    }
}
