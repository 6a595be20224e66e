package io.lava4j.connector.mysql.load;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The target is dropped for good, made anew, and then filled. */
final class RecreatedTable implements Frame {

    /**
     * No fault of the columns: names of constraints are unique in a schema, and the target still has them; or the user
     * may make a table of the target's name alone.
     */
    private static final Set<Integer> NOTHING_TO_TRY = Set.of(3822, 1826, 1005, 121, 1142);

    private final SideTables tables;
    private final List<String> columns;
    private final DataPath rehearsal;
    private boolean dropped;
    private String left = "is as it was";

    RecreatedTable(SideTables tables, List<String> columns, DataPath rehearsal) {
        this.tables = tables;
        this.columns = List.copyOf(columns);
        this.rehearsal = rehearsal;
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
        tryOut(session);
        drop(session);
        session.execute(TableStatements.create(tables.target(), columns));
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

    private void tryOut(LoadSession session) throws SQLException {
        try {
            session.execute(TableStatements.create(tables.fresh(), columns));
        } catch (SQLException refused) {
            if (NOTHING_TO_TRY.contains(refused.getErrorCode())) {
                return;
            }
            throw refused;
        }
        rehearsal.rehearse();
        session.execute(TableStatements.drop(tables.fresh()));
    }

    @Override
    public boolean creates() {
        return true;
    }

    @Override
    public void undo(LoadSession session) throws SQLException {
        session.execute(TableStatements.dropIfThere(tables.fresh()));
        if (dropped) {
            SharedName.dropIfEmpty(session, tables.target());
        }
    }

    @Override
    public String leaves() {
        return "table " + tables.target() + " " + left;
    }
}
