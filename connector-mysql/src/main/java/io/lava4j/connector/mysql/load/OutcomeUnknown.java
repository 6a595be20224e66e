package io.lava4j.connector.mysql.load;

import java.sql.SQLException;

/** The answer to a statement that cannot be undone never came. */
final class OutcomeUnknown extends Exception {

    private static final long serialVersionUID = 1L;

    private final String statement;

    /**
     * Says so.
     *
     * @param statement which one: {@code COMMIT} or {@code RENAME TABLE}
     * @param lost how the connection was lost
     */
    OutcomeUnknown(String statement, SQLException lost) {
        super("the connection was lost in " + statement, lost);
        this.statement = statement;
    }

    String statement() {
        return statement;
    }
}
