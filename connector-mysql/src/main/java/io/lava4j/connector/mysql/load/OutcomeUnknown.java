package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;

/** The answer to a COMMIT never came. */
final class OutcomeUnknown extends Exception {

    private static final long serialVersionUID = 1L;

    OutcomeUnknown(TableName table, long session, SQLException lost) {
        super(
                "table %s: the connection was lost in COMMIT, so the load may or may not be committed. How to look: when session %d is gone from SHOW PROCESSLIST, look in the table for rows of the data; only when there are none, run the job again"
                        .formatted(table, session),
                lost);
    }

    JobFailedException asFailure() {
        return new JobFailedException(getMessage(), this);
    }
}
