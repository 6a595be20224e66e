package io.lava4j.connector.mysql.load;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables that do not exist are made under other names, and get their own when they are filled. */
final class NewTables implements Frame {

    private final List<SideTables> tables;
    private final List<String> columns;
    private final Rename rename;

    NewTables(List<SideTables> tables, List<String> columns, LoadSettings settings) {
        this.tables = List.copyOf(tables);
        this.columns = List.copyOf(columns);
        this.rename = new Rename(
                tables.stream()
                        .map(side -> new Rename.Move(side.fresh(), side.target()))
                        .toList(),
                settings);
    }

    @Override
    public List<String> opening() {
        return tables.stream()
                .map(side -> TableStatements.create(side.fresh(), columns))
                .toList();
    }

    @Override
    public List<String> closing() {
        return List.of(rename.statement());
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
    public void putInPlace(LoadSession session) throws SQLException, OutcomeUnknown {
        rename.run(session);
    }

    @Override
    public void undo(LoadSession session) throws SQLException {
        for (SideTables side : tables) {
            session.execute(TableStatements.dropIfThere(side.fresh()));
        }
    }

    @Override
    public Optional<Boolean> isInPlace(LoadSession session) throws SQLException {
        SideTables first = tables.get(0);
        if (session.hasTable(first.fresh())) {
            return Optional.of(false);
        }
        return session.hasTable(first.target()) ? Optional.of(true) : Optional.empty();
    }

    @Override
    public String leaves() {
        String names = tables.stream().map(side -> side.target().toString()).collect(Collectors.joining(" and "));
        return tables.size() == 1 ? "table " + names + " was not created" : "tables " + names + " were not created";
    }
}
