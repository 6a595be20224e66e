package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table to load into, as it is.
 *
 * @param name its name
 * @param versioned whether it keeps the history of its rows
 * @param columns its columns, in order
 */
record TargetTable(TableName name, boolean versioned, List<TableColumn> columns) {

    TargetTable {
        columns = List.copyOf(columns);
    }

    /** Looks at a table; one that no load can fill is an error, one that the user cannot see is none. */
    static Optional<TargetTable> lookUp(LoadSession session, TableName name) throws SQLException {
        List<Kind> kinds = session.query(
                "SELECT t.table_type, t.engine, e.transactions FROM information_schema.tables t"
                        + " LEFT JOIN information_schema.engines e ON e.engine = t.engine"
                        + " WHERE t.table_schema = ? AND t.table_name = ?",
                Kind::of,
                name.schema(),
                name.table());
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        kinds.get(0).check(name);
        return Optional.of(new TargetTable(name, kinds.get(0).isVersioned(), columns(session, name)));
    }

    /** What a load into the target is going to find, seen on a temporary table: the server lists those apart. */
    static TargetTable temporary(LoadSession session, TableName name) throws SQLException {
        Kind kind = session.query(
                        "SELECT 'BASE TABLE', engine, transactions FROM information_schema.engines"
                                + " WHERE engine = @@default_storage_engine",
                        Kind::of)
                .get(0);
        kind.check(name);
        List<TableColumn> columns = session.query(
                "SHOW COLUMNS FROM " + name.quoted(),
                row -> column(
                        row.getString(1),
                        row.getString(3),
                        row.getString(5) != null,
                        String.valueOf(row.getString(6))));
        return new TargetTable(name, false, columns);
    }

    /** Fields that a row of the data has. */
    int fields(List<String> listed) {
        return listed.isEmpty() ? visible().size() : listed.size();
    }

    /** The columns that are filled where none are listed. */
    List<String> visible() {
        return names(column -> !column.invisible());
    }

    /** Whether the data holds the numbers of an AUTO_INCREMENT column. */
    boolean loadsAutoIncrement(List<String> listed) {
        return columns.stream().anyMatch(column -> column.autoIncrement() && isLoaded(column, listed));
    }

    /** Whether rows get numbers that the data does not hold. */
    boolean drawsNumbers(List<String> listed) {
        return columns.stream().anyMatch(column -> column.autoIncrement() && !isLoaded(column, listed));
    }

    /**
     * Checks the columns that the data holds; none listed are those of the table.
     *
     * @param listed by the statement
     * @param byJob whether the job lists them
     */
    void check(List<String> listed, boolean byJob) {
        refuse(
                listed.stream()
                        .filter(name -> columns.stream().noneMatch(column -> isCalled(column, name)))
                        .toList(),
                "does not exist; the table has "
                        + columns.stream().map(TableColumn::name).collect(Collectors.joining(", ")));
        refuse(
                names(column -> column.generated() && !listed.isEmpty() && isLoaded(column, listed)),
                byJob
                        ? "is generated; leave it out of 'columns'"
                        : "is generated, and with NULL 'string' each column gets its value from the data; give 'columns'"
                                + " without it");
        refuse(
                names(column -> column.required() && !isLoaded(column, listed)),
                "is NOT NULL without default, and the data does not hold it; add it to 'columns', or give it a default");
    }

    /** Checks that there is no history, for modes that would lose it. */
    void refuseToLoseHistory(Mode mode) {
        if (versioned) {
            throw new JobFailedException("table " + name + " is system-versioned, and mode '"
                    + mode.name().toLowerCase(Locale.ROOT) + "' would lose its history; use 'mode: delete'");
        }
    }

    private List<String> names(java.util.function.Predicate<TableColumn> chosen) {
        return columns.stream().filter(chosen).map(TableColumn::name).toList();
    }

    private void refuse(List<String> faulty, String why) {
        if (!faulty.isEmpty()) {
            String list = faulty.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
            throw new JobFailedException("table " + name + ": column " + list + " " + why);
        }
    }

    private static boolean isLoaded(TableColumn column, List<String> listed) {
        return listed.isEmpty() ? !column.invisible() : listed.stream().anyMatch(each -> isCalled(column, each));
    }

    private static boolean isCalled(TableColumn column, String name) {
        return column.name().equalsIgnoreCase(name);
    }

    private static List<TableColumn> columns(LoadSession session, TableName name) throws SQLException {
        return session.query(
                "SELECT column_name, is_nullable, column_default, extra FROM information_schema.columns"
                        + " WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position",
                row -> column(row.getString(1), row.getString(2), row.getString(3) != null, row.getString(4)),
                name.schema(),
                name.table());
    }

    private static TableColumn column(String name, String nullable, boolean byDefault, String remarks) {
        String extra = remarks.toUpperCase(Locale.ROOT);
        boolean generated = extra.contains("VIRTUAL GENERATED") || extra.contains("STORED GENERATED");
        boolean numbers = extra.contains("AUTO_INCREMENT");
        boolean required = "NO".equals(nullable) && !byDefault && !generated && !numbers;
        return new TableColumn(name, required, generated, numbers, extra.contains("INVISIBLE"));
    }

    /** What sort of table it is. */
    private record Kind(String type, String engine, boolean transactional) {

        static Kind of(ResultSet row) throws SQLException {
            return new Kind(row.getString(1), String.valueOf(row.getString(2)), "YES".equals(row.getString(3)));
        }

        boolean isVersioned() {
            return "SYSTEM VERSIONED".equals(type);
        }

        void check(TableName name) {
            if (!"BASE TABLE".equals(type) && !isVersioned()) {
                throw new JobFailedException("table " + name + " is a " + type.toLowerCase(Locale.ROOT)
                        + "; a table was expected: name one");
            }
            if (!transactional) {
                throw new JobFailedException(
                        "table " + name + " has engine '" + engine
                                + "', which has no transactions: a load that fails would leave its rows; ALTER TABLE … ENGINE=InnoDB");
            }
        }
    }
}
