package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.spi.Listener;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Of two tables one is filled and the other emptied; one that is missing is made first. */
final class SwitchedTables implements Frame {

    private final SwitchMode mode;
    private final List<TableName> missing;
    private final List<String> columns;
    private final LoadSettings settings;
    private boolean opened;

    SwitchedTables(SwitchMode mode, List<TableName> missing, List<String> columns, LoadSettings settings) {
        this.mode = mode;
        this.missing = List.copyOf(missing);
        this.columns = List.copyOf(columns);
        this.settings = settings;
    }

    @Override
    public List<String> opening() {
        return missing.stream()
                .map(table -> TableStatements.create(table, columns))
                .toList();
    }

    @Override
    public List<String> closing() {
        return List.of(TableStatements.truncate(mode.empties()));
    }

    @Override
    public boolean creates() {
        return !missing.isEmpty();
    }

    @Override
    public void open(LoadSession session) throws SQLException {
        for (String statement : opening()) {
            create(statement, session);
        }
    }

    /** What the server refused is not ours to drop; what it may have done before the connection was lost is. */
    private void create(String statement, LoadSession session) throws SQLException {
        try {
            session.execute(statement);
            opened = true;
        } catch (SQLException failed) {
            opened = opened || !ServerWarning.of(failed).isOfServer();
            throw failed;
        }
    }

    /** The rows are deleted already; this frees their space, and while it waits for a reader all others wait behind it. */
    @Override
    public void tidyUp(LoadSession session, Listener listener) {
        listener.event("table " + mode.fills() + " is the one that was filled; " + mode.empties() + " is empty now");
        try {
            if (SharedName.isEmpty(session, mode.empties())) {
                session.execute("SET SESSION lock_wait_timeout = "
                        + Math.max(1, settings.renameWait().toSeconds()));
                session.execute(closing().get(0));
            } else {
                listener.event("table " + mode.empties() + " was filled again meanwhile, and is left alone");
            }
        } catch (SQLException failed) {
            listener.event("table " + mode.empties() + " is empty, but could not be truncated to free its space: "
                    + ServerWarning.of(failed));
        }
    }

    @Override
    public void undo(LoadSession session) throws SQLException {
        if (opened) {
            for (TableName table : missing) {
                SharedName.dropIfEmpty(session, table);
            }
        }
    }

    @Override
    public Optional<String> leftOver() {
        return opened
                ? Optional.of("table " + missing.get(0) + ", made for the load, may be there now, empty; drop it, or"
                        + " leave it to the next load")
                : Optional.empty();
    }

    @Override
    public String leaves() {
        return "tables " + mode.fills() + " and " + mode.empties() + " are as they were";
    }
}
