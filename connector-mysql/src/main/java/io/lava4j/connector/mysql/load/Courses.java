package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.ColumnSpecification;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Mode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the tables and decides how the load goes. Checks all that can be known then, and changes nothing. Asked when
 * the load is prepared and again under the target's lock, as another load may have been there.
 */
final class Courses {

    private final LoadSession session;
    private final LoadRequest request;
    private final Filling filling;
    private final LoadSettings settings;
    private final List<String> markerSchemas;
    private final TableName target;
    private final Spreading spreading;

    Courses(
            LoadSession session,
            LoadRequest request,
            Filling filling,
            LoadSettings settings,
            Optional<String> runSchema) {
        this.session = session;
        this.request = request;
        this.filling = filling;
        this.settings = settings;
        this.target = new TableName(request.target().schema(), request.target().table());
        this.spreading = new Spreading(request, settings.sizes());
        this.markerSchemas = new ArrayList<>(runSchema.stream().toList());
        markerSchemas.add(target.schema());
    }

    LoadSession session() {
        return session;
    }

    LoadRequest request() {
        return request;
    }

    TableName target() {
        return target;
    }

    /** The tables that the load may make others beside. */
    List<SideTables> targets() {
        List<TableName> tables = request.rules().mode() == Mode.SWITCH ? SwitchChoice.tables(target) : List.of(target);
        return tables.stream().map(this::beside).toList();
    }

    /** The tables that the load may change, and any other load must leave alone meanwhile. */
    List<TableName> locked() {
        List<TableName> locked = new ArrayList<>(List.of(target));
        if (request.rules().mode() == Mode.SWITCH) {
            locked.addAll(SwitchChoice.tables(target));
        }
        return locked;
    }

    Course choose() throws SQLException {
        filling.prepare();
        Course course = request.rules().mode() == Mode.SWITCH ? switched() : single();
        List<String> sideEffects =
                new SideEffects(session, request).of(target, course.mode().deletesFrom());
        session.rollback();
        return (course.frame().isStaged() ? course : spreading.over(course, Optional.empty())).noting(sideEffects);
    }

    /** Checks that a table that is there can be filled, and makes the session fit for it. */
    void admit(TableName table, DataPath path) throws SQLException {
        filling.admit(existing(table), path);
    }

    private Course single() throws SQLException {
        Optional<TargetTable> there = TargetTable.lookUp(session, target);
        if (there.isEmpty()) {
            return created(List.of(beside(target)));
        }
        return switch (request.rules().mode()) {
            case APPEND -> filled(there.get(), new AppendMode(target), new InPlace(target));
            case ABORT -> filled(there.get(), new AbortMode(target), new InPlace(target));
            case DELETE -> filled(there.get(), new DeleteMode(target), new InPlace(target));
            case TRUNCATE -> truncated(there.get());
            case DROP -> dropped(there.get());
            case SWITCH -> throw new IllegalStateException("two tables");
        };
    }

    private Course filled(TargetTable table, TableMode mode, Frame frame) throws SQLException {
        Course course = course(mode, frame, filling.into(mode.fills(), Optional.of(table)));
        filling.admit(table, course.path());
        mode.check(session);
        return course;
    }

    private Course truncated(TargetTable table) throws SQLException {
        table.refuseToLoseHistory(request.rules().mode());
        if (!request.rules().atomic()) {
            new SwapCheck(session, target).checkRightsInPlace(List.of("DROP"));
            return filled(table, new AppendMode(target), new EmptiedTable(target));
        }
        SwapTerms terms = SwapTerms.of(session, target, Mode.TRUNCATE);
        filling.admit(table, filling.into(target, Optional.of(table)));
        SideTables side = beside(target);
        return swapped(
                side,
                new Swap(side, TableStatements.createLike(side.fresh(), target), Losses.of(session, target), settings),
                Optional.of(table),
                terms,
                filling.order(table));
    }

    private Course dropped(TargetTable table) throws SQLException {
        table.refuseToLoseHistory(request.rules().mode());
        requireColumns("mode 'drop' makes table " + target + " anew");
        SideTables side = beside(target);
        if (!request.rules().atomic()) {
            new SwapCheck(session, target).checkRightsInPlace(List.of("CREATE", "DROP", "INSERT"));
            tryOut(target);
            DataPath trial = filling.into(side.fresh(), Optional.empty());
            Frame frame = new RecreatedTable(side, request.target().columns(), () -> admit(side.fresh(), trial));
            return course(new AppendMode(target), frame, filling.into(target, Optional.empty()));
        }
        SwapTerms terms = SwapTerms.of(session, target, Mode.DROP);
        refuseNamesOf(table);
        Optional<String> order = tryOut(target);
        String create = TableStatements.create(side.fresh(), request.target().columns());
        return swapped(side, new Swap(side, create, Losses.none(target), settings), Optional.empty(), terms, order);
    }

    /** Names of constraints are unique in a schema on MySQL, and the old table keeps its own to the end. */
    private void refuseNamesOf(TargetTable old) throws SQLException {
        Optional<String> taken = session.isMariaDb()
                ? Optional.empty()
                : ConstraintNames.of(session, old.name())
                        .firstIn(request.target().columns());
        if (taken.isPresent()) {
            throw new JobFailedException("table " + target + ": the name '" + taken.get()
                    + "' in 'columns' is in use in the schema, by the table to replace; " + Refusal.NAME_IN_USE);
        }
    }

    private Course swapped(
            SideTables side, Frame frame, Optional<TargetTable> model, SwapTerms terms, Optional<String> order) {
        return spreading.over(
                new Course(
                        new AppendMode(side.fresh()),
                        frame,
                        filling.into(side.fresh(), model),
                        Optional.empty(),
                        Optional.of(terms)),
                order);
    }

    private Course created(List<SideTables> tables) throws SQLException {
        checkSchema();
        requireColumns("table " + tables.get(0).target() + " does not exist, or the user has no rights on it");
        new SwapCheck(session, tables.get(0).target()).checkRights("");
        Optional<String> order = tryOut(tables.get(0).target());
        TableName fresh = tables.get(0).fresh();
        return spreading.over(
                course(
                        new AppendMode(fresh),
                        new NewTables(tables, request.target().columns(), settings),
                        filling.into(fresh, Optional.empty())),
                order);
    }

    private Course switched() throws SQLException {
        Optional<SwitchChoice> choice = SwitchChoice.of(session, target);
        return choice.isPresent() ? switched(choice.get()) : created(targets());
    }

    private Course switched(SwitchChoice choice) throws SQLException {
        List<TableName> missing = choice.missing();
        Frame frame =
                new SwitchedTables(choice.mode(), missing, request.target().columns(), settings);
        if (missing.isEmpty()) {
            return filled(choice.filled().orElseThrow(), choice.mode(), frame);
        }
        requireColumns("table " + missing.get(0) + " does not exist, or the user has no rights on it");
        new SwapCheck(session, missing.get(0)).checkRightsInPlace(List.of("CREATE", "DROP", "INSERT"));
        tryOut(missing.get(0));
        return course(choice.mode(), frame, filling.into(choice.mode().fills(), choice.filled()));
    }

    private Optional<String> tryOut(TableName table) throws SQLException {
        return new Trial(session, filling, request.target().columns()).run(table);
    }

    private Course course(TableMode mode, Frame frame, DataPath path) throws SQLException {
        Optional<RunMarker> marker =
                frame.isStaged() ? Optional.empty() : RunMarker.find(session, markerSchemas, request.runId());
        return new Course(mode, frame, path, marker, Optional.empty());
    }

    private SideTables beside(TableName table) {
        return new SideTables(table, request.runId());
    }

    private TargetTable existing(TableName table) throws SQLException {
        return TargetTable.lookUp(session, table)
                .orElseThrow(() -> new JobFailedException(
                        "table " + table + " is gone while it is loaded; run the job again when it is there"));
    }

    private void requireColumns(String why) {
        if (ColumnSpecification.names(request.target().columns()).isEmpty()) {
            throw new JobFailedException(why + "; give 'columns' to have it created");
        }
    }

    private void checkSchema() throws SQLException {
        if (session.query(
                        "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?", row -> true, target.schema())
                .isEmpty()) {
            throw new JobFailedException("schema '" + target.schema() + "' of table " + target
                    + " does not exist, or the user has no rights on it; create it, or grant them");
        }
    }
}
