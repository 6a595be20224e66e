package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What becomes of the rows of tables that are replaced.
 *
 * @param wanted a table that must have none, up to the moment when it is replaced
 * @param why what to say when it has
 * @param deleted a table whose rows count as deleted
 */
record OldRows(Optional<SideTables> wanted, String why, Optional<SideTables> deleted) {

    /** They go with their table, uncounted. */
    static OldRows go() {
        return new OldRows(Optional.empty(), "", Optional.empty());
    }

    /** They go with their table, and count. */
    static OldRows counted(SideTables side) {
        return new OldRows(Optional.empty(), "", Optional.of(side));
    }

    /** There must be none. */
    static OldRows none(SideTables side, String why) {
        return new OldRows(Optional.of(side), why, Optional.empty());
    }

    /** The rows of another table go, and count. */
    OldRows andCounted(SideTables other) {
        return new OldRows(wanted, why, Optional.of(other));
    }

    /** Checks right before the RENAME. */
    void checkBefore(LoadSession session) throws SQLException {
        if (wanted.isPresent() && !SharedName.isEmpty(session, wanted.get().target())) {
            throw fault();
        }
    }

    /** Checks right after it, when nobody writes into the old table any more. */
    void checkAfter(LoadSession session) throws SQLException {
        if (wanted.isPresent() && !SharedName.isEmpty(session, wanted.get().old())) {
            throw fault();
        }
    }

    /** How many have gone. */
    long count(LoadSession session) throws SQLException {
        if (deleted.isEmpty()) {
            return 0;
        }
        TableName old = deleted.get().old();
        return session.query("SELECT COUNT(*) FROM " + old.quoted(), row -> row.getLong(1))
                .get(0);
    }

    private JobFailedException fault() {
        return new JobFailedException("table " + wanted.orElseThrow().target()
                + " has got rows since it was found empty, and " + why + "; look who writes into it");
    }
}
