package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The target is dropped for good, made anew, and then filled. */
final class RecreatedTable implements Frame {

    /** The user may make a table of the target's name alone. */
    private static final int NOT_ALLOWED = 1142;

    private static final int IS_THERE = 1050;
    private static final Set<Integer> NAME_IN_USE = Set.of(3822, 1826);

    /** MariaDB tells the engine's error in its text: 150, a malformed foreign key, has the same number. */
    private static final String NAME_IN_USE_IN_ENGINE = "errno: 121";

    private final SideTables tables;
    private final List<String> columns;
    private final Check trial;
    private boolean dropped;
    private boolean made;
    private String left = "is as it was";

    /**
     * Makes it.
     *
     * @param trial asked of a table that the columns make, before the target goes
     */
    RecreatedTable(SideTables tables, List<String> columns, Check trial) {
        this.tables = tables;
        this.columns = List.copyOf(columns);
        this.trial = trial;
    }

    /** Whether a table can be filled. */
    interface Check {

        /** Looks at it; an exception says that it cannot. */
        void check() throws SQLException;
    }

    @Override
    public List<String> opening() {
        return List.of(
                TableStatements.create(tables.fresh(), columns),
                TableStatements.drop(tables.fresh()),
                TableStatements.drop(tables.target()),
                TableStatements.create(tables.target(), columns));
    }

    /** A trial first: the columns are SQL that only the server can judge, and the old table must not go for a mistake. */
    @Override
    public void open(LoadSession session) throws SQLException {
        if (isTried(session)) {
            trial.check();
            session.execute(TableStatements.drop(tables.fresh()));
        }
        drop(session);
        create(session);
    }

    private boolean isTried(LoadSession session) throws SQLException {
        try {
            session.execute(TableStatements.create(tables.fresh(), columns));
            return true;
        } catch (SQLException refused) {
            if (refused.getErrorCode() == NOT_ALLOWED) {
                return false;
            }
            if (!isNameInUse(refused)) {
                throw refused;
            }
        }
        tryWithoutNames(session);
        return true;
    }

    /** Names of constraints are unique in a schema, and the target still has its own; any other is a fault. */
    private void tryWithoutNames(LoadSession session) throws SQLException {
        List<String> free = ConstraintNames.of(session, tables.target()).strippedFrom(columns);
        try {
            session.execute(TableStatements.create(tables.fresh(), free));
        } catch (SQLException refused) {
            if (!isNameInUse(refused)) {
                throw refused;
            }
            throw new JobFailedException(
                    "table " + tables.target() + ": a constraint's name in 'columns' is in use by another table of the"
                            + " schema: " + ServerWarning.of(refused) + "; choose another, or leave it out",
                    refused);
        }
    }

    private static boolean isNameInUse(SQLException refused) {
        return NAME_IN_USE.contains(refused.getErrorCode())
                || String.valueOf(refused.getMessage()).contains(NAME_IN_USE_IN_ENGINE);
    }

    private void drop(LoadSession session) throws SQLException {
        try {
            session.execute(TableStatements.drop(tables.target()));
            dropped = true;
            left = "is gone, as 'atomic' is false";
        } catch (SQLException failed) {
            if (!ServerWarning.of(failed).isOfServer()) {
                left = "is gone or as it was, as 'atomic' is false and the connection was lost in DROP TABLE";
            }
            throw failed;
        }
    }

    /** What the server refused is not ours to drop; what it may have done before the connection was lost is. */
    private void create(LoadSession session) throws SQLException {
        try {
            session.execute(TableStatements.create(tables.target(), columns));
            made = true;
        } catch (SQLException failed) {
            made = !ServerWarning.of(failed).isOfServer();
            if (failed.getErrorCode() == IS_THERE) {
                left = "is gone, as 'atomic' is false, and what has its name now was made by somebody else";
            }
            throw failed;
        }
    }

    @Override
    public boolean creates() {
        return true;
    }

    @Override
    public void undo(LoadSession session) throws SQLException {
        session.execute(TableStatements.dropIfThere(tables.fresh()));
        if (made && !SharedName.dropIfEmpty(session, tables.target())) {
            left = "is gone, as 'atomic' is false, and what has its name now was filled by somebody else";
        }
    }

    @Override
    public String leaves() {
        return "table " + tables.target() + " " + left;
    }

    @Override
    public Optional<String> leftOver() {
        if (!dropped) {
            return Optional.of("table " + tables.fresh() + " may be left over, and the next load drops it");
        }
        return made ? Optional.of("it may be there again, made anew and empty") : Optional.empty();
    }
}
