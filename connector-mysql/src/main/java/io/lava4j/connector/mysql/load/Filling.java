package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.ColumnSpecification;
import io.lava4j.connector.mysql.sql.FileEncoding;
import io.lava4j.connector.mysql.sql.SqlText;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Target;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How the data gets into the columns of a table. */
final class Filling {

    private final LoadSession session;
    private final LoadRequest request;
    private final PathChoice paths;
    private Optional<Route> route = Optional.empty();

    Filling(LoadSession session, LoadRequest request, PathChoice paths) {
        this.session = session;
        this.request = request;
        this.paths = paths;
    }

    /** Checks what holds for any table; the route that is chosen here stays. */
    void prepare() throws SQLException {
        if (route.isEmpty()) {
            route = Optional.of(paths.choose(session, request));
        }
        checkEncoding(FileEncoding.of(request.format().encoding()));
    }

    /** What any session must be told that sees the tables as this one does: roles may be among it. */
    List<String> setUp() {
        return route.map(Route::setUp).orElse(List.of());
    }

    /**
     * The way into a table.
     *
     * @param table the table, which need not be there yet
     * @param model a table with the same columns; empty when they are those of the request
     */
    DataPath into(TableName table, Optional<TargetTable> model) {
        List<String> listed = columns(model);
        int fields = model.map(each -> each.fields(listed)).orElse(listed.size());
        return route.orElseThrow().to(session, listing(listed), table, fields);
    }

    /** Checks that a table can be filled, and makes the session fit for it. */
    void admit(TargetTable table, DataPath path) throws SQLException {
        List<String> columns = columns(Optional.of(table));
        table.check(columns, !request.target().columns().isEmpty());
        if (table.loadsAutoIncrement(columns)) {
            session.keepZeroes();
        }
        path.rehearse();
    }

    /** Why the rows of a table must come one after another, if they must. */
    Optional<String> order(TargetTable table) throws SQLException {
        return RowOrder.matters(session, table, columns(Optional.of(table)), request.rules());
    }

    /** The columns that the data holds; with NULL 'string' all are named, as each gets its value by a SET. */
    private List<String> columns(Optional<TargetTable> table) {
        List<String> listed = ColumnSpecification.names(request.target().columns());
        boolean all = listed.isEmpty() && request.format().nullText().isPresent();
        return all ? table.map(TargetTable::visible).orElse(listed) : listed;
    }

    private LoadRequest listing(List<String> columns) {
        Target named = new Target(
                request.target().schema(),
                request.target().table(),
                columns.stream().map(SqlText::identifier).toList(),
                request.target().partitions());
        return Retargeted.of(named, request);
    }

    private void checkEncoding(FileEncoding encoding) throws SQLException {
        if (session.query(
                        "SELECT 1 FROM information_schema.character_sets WHERE character_set_name = ?",
                        row -> true,
                        encoding.name())
                .isEmpty()) {
            throw new JobFailedException("encoding '" + encoding.name()
                    + "' is unknown to the server; name one that SHOW CHARACTER SET lists");
        }
    }
}
