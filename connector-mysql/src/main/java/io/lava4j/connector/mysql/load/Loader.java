package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.connector.mysql.sql.ColumnSpecification;
import io.lava4j.connector.mysql.sql.FileEncoding;
import io.lava4j.connector.mysql.sql.LoadClauses;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.Spec;
import java.sql.SQLException;
import java.util.List;

/** Checks everything that can be known about a load, and changes nothing. */
public final class Loader implements LoadTarget {

    private final Dialler dialler;
    private final Context context;
    private final LoadSettings settings;
    private final boolean preserveCase;
    private final PathChoice paths;

    /** Makes it; dials nothing. */
    public Loader(Dialler dialler, Spec spec, Context context, LoadSettings settings) {
        this.dialler = dialler;
        this.context = context;
        this.settings = settings;
        this.preserveCase = spec.flag("preserve_case", false);
        this.paths = new PathChoice(spec.text("type").orElse("mysql"), context.s3LoadPath());
    }

    @Override
    public Prepared prepare(LoadRequest given) {
        LoadRequest request = preserveCase ? given : FoldedNames.of(given);
        TableName target =
                new TableName(request.target().schema(), request.target().table());
        TableMode mode = TableMode.of(request.rules().mode(), target);
        refuseUnseen(request);
        return prepare(open(), request, mode);
    }

    /** Refuses what no server has to be asked about. */
    private void refuseUnseen(LoadRequest request) {
        NotThereYet.refuse(request);
        paths.check(request);
        LoadClauses.of(request);
    }

    private LoadSession open() {
        try {
            return new SessionSetup(dialler, settings).open(context.privateDirectory());
        } catch (SQLException unreachable) {
            throw new JobFailedException(unreachable.getMessage(), unreachable);
        }
    }

    private Prepared prepare(LoadSession session, LoadRequest request, TableMode mode) {
        Watchdog watchdog = new Watchdog(session, dialler, settings);
        Refusal refusal = new Refusal(dialler.settings().address(), mode.fills());
        try {
            DataPath path = watchdog.watch(() -> check(session, request, mode));
            Transaction transaction = new Transaction(session, request, mode, path, settings);
            return new PreparedLoad(session, watchdog, transaction, refusal);
        } catch (LavaException refused) {
            session.abort();
            throw refused;
        } catch (SQLException refused) {
            session.abort();
            throw refusal.translate(refused);
        } catch (Exception defect) {
            session.abort();
            throw new IllegalStateException("table " + mode.fills() + ": the load could not be prepared", defect);
        }
    }

    private DataPath check(LoadSession session, LoadRequest request, TableMode mode) throws SQLException {
        List<String> columns = ColumnSpecification.names(request.target().columns());
        checkEncoding(session, FileEncoding.of(request.format().encoding()));
        TargetTable table = TargetTable.lookUp(session, mode.fills());
        table.check(columns);
        if (table.loadsAutoIncrement(columns)) {
            session.keepZeroes();
        }
        DataPath path = paths.choose(session, request, mode.fills(), table.fields(columns));
        mode.check(session);
        path.rehearse();
        session.rollback();
        return path;
    }

    private static void checkEncoding(LoadSession session, FileEncoding encoding) throws SQLException {
        if (session.query(
                        "SELECT 1 FROM information_schema.character_sets WHERE character_set_name = ?",
                        row -> true,
                        encoding.name())
                .isEmpty()) {
            throw new JobFailedException(
                    "encoding '" + encoding.name() + "' is unknown to the server; see SHOW CHARACTER SET");
        }
    }
}
