package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import java.sql.SQLException;
import java.util.List;

/** Tables beside a target, of runs that died. Looked for under the target's lock: no other run is alive. */
final class LeftOvers {

    private final LoadSession session;
    private final Listener listener;

    LeftOvers(LoadSession session, Listener listener) {
        this.session = session;
        this.listener = listener;
    }

    /**
     * Drops them. An old table stays where the target is missing: it may be all that there is.
     *
     * @throws JobFailedException if a foreign key refers to an old table: its name was never given back
     */
    void drop(SideTables tables) throws SQLException {
        boolean targetIsThere = session.hasTable(tables.target());
        for (TableName table : find(tables)) {
            if (targetIsThere || !SideTables.isOld(table.table())) {
                drop(table, tables);
            } else {
                listener.event("table " + table + " was " + tables.target()
                        + " once, which is missing: it stays; rename it, or drop it");
            }
        }
    }

    private List<TableName> find(SideTables tables) throws SQLException {
        Naming naming = Naming.of(session);
        return session
                .query(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                                + " AND LOWER(LEFT(table_name, CHAR_LENGTH(?))) = LOWER(?) ORDER BY table_name",
                        row -> row.getString(1),
                        tables.target().schema(),
                        tables.prefix(),
                        tables.prefix())
                .stream()
                .filter(name -> tables.areOf(name, naming))
                .map(name -> new TableName(tables.target().schema(), name))
                .toList();
    }

    private void drop(TableName table, SideTables tables) {
        try {
            session.execute(TableStatements.drop(table));
            listener.event("table " + table + " of a run that died was dropped");
        } catch (SQLException refused) {
            if (SideTables.isOld(table.table()) && ServerWarning.of(refused).saysReferredTo()) {
                throw referredTo(table, tables, refused);
            }
            listener.event("table " + table + " of a run that died cannot be dropped: " + ServerWarning.of(refused));
        }
    }

    private static JobFailedException referredTo(TableName old, SideTables tables, SQLException refused) {
        List<Rename.Move> back = List.of(
                new Rename.Move(tables.target(), SideTables.freshOf(old)), new Rename.Move(old, tables.target()));
        return new JobFailedException(
                "table " + tables.target() + ": a run that died has left its old rows in " + old
                        + ", which a foreign key still refers to (error " + refused.getErrorCode()
                        + "). To bring them back, when nobody uses the table: " + Rename.statement(back)
                        + "; to do without them, drop the key. Then run the job again",
                refused);
    }
}
