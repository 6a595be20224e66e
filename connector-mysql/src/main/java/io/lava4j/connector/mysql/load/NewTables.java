package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.Listener;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables that do not exist are made under other names, and get their own when they are filled. Where the answer to that is
 * lost, the target alone tells nothing: another run that had its turn meanwhile may have made it. So an empty table is renamed
 * along, whose names are this run's own.
 */
final class NewTables implements Frame {

    private static final List<String> MARK = List.of("id INT PRIMARY KEY");

    private final List<SideTables> tables;
    private final SideTables first;
    private final List<String> columns;
    private final Rename rename;

    NewTables(List<SideTables> tables, List<String> columns, LoadSettings settings) {
        this.tables = List.copyOf(tables);
        this.columns = List.copyOf(columns);
        this.first = tables.get(0);
        this.rename = new Rename(
                Stream.concat(
                                tables.stream().map(side -> new Rename.Move(side.fresh(), side.target())),
                                Stream.of(new Rename.Move(first.mark(), first.done())))
                        .toList(),
                settings);
    }

    @Override
    public List<String> opening() {
        return Stream.concat(
                        tables.stream().map(side -> TableStatements.create(side.fresh(), columns)),
                        Stream.of(TableStatements.create(first.mark(), MARK)))
                .toList();
    }

    @Override
    public List<String> closing() {
        return List.of(rename.statement(), TableStatements.drop(first.done()));
    }

    @Override
    public boolean isStaged() {
        return true;
    }

    @Override
    public boolean creates() {
        return true;
    }

    @Override
    public void putInPlace(LoadSession session, Rename.Condition condition, StopRequest stop)
            throws SQLException, OutcomeUnknown {
        rename.run(session, condition, stop);
    }

    @Override
    public void undo(LoadSession session) throws SQLException {
        for (SideTables side : tables) {
            session.execute(TableStatements.dropIfThere(side.fresh()));
        }
        session.execute(TableStatements.dropIfThere(first.mark()));
    }

    @Override
    public void tidyUp(LoadSession session, Listener listener) {
        try {
            session.execute(TableStatements.drop(first.done()));
        } catch (SQLException failed) {
            listener.event(
                    "table " + first.done() + " is left over, and the next load drops it: " + ServerWarning.of(failed));
        }
    }

    @Override
    public Optional<Boolean> isInPlace(LoadSession session) throws SQLException {
        boolean done = session.hasTable(first.done());
        return done == session.hasTable(first.mark()) ? Optional.empty() : Optional.of(done);
    }

    @Override
    public Optional<String> leftOver() {
        return Optional.of("tables beside it whose names begin with '" + first.prefix()
                + "' may be left over, and the next load drops them");
    }

    @Override
    public String leaves() {
        String names = tables.stream().map(side -> side.target().toString()).collect(Collectors.joining(" and "));
        return tables.size() == 1 ? "table " + names + " was not created" : "tables " + names + " were not created";
    }
}
