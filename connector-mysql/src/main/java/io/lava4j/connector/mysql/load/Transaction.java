package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** All objects in one transaction. */
final class Transaction {

    private final LoadSession session;
    private final LoadRequest request;
    private final TableMode mode;
    private final DataPath path;
    private final TargetLock lock;
    private final Strictness strictness;
    private long bytes;
    private Report report = new Report(0, 0, 0, 0);

    Transaction(LoadSession session, LoadRequest request, TableMode mode, DataPath path, LoadSettings settings) {
        this.session = session;
        this.request = request;
        this.mode = mode;
        this.path = path;
        this.lock = new TargetLock(mode.fills(), settings.turn());
        this.strictness = new Strictness(request);
    }

    TableName table() {
        return mode.fills();
    }

    Plan plan() {
        List<String> statements = Stream.concat(
                        mode.before().stream(),
                        request.source().objects().stream().map(path::statement))
                .toList();
        return new Plan(request.target().schema(), request.target().table(), path.name(), path.reason(), statements);
    }

    /** Loads; what it has done can still be rolled back. */
    Report load(Listener listener) throws SQLException {
        lock.take(session);
        mode.check(session);
        report = new Report(0, 0, mode.begin(session), 0);
        for (StoredObject object : request.source().objects()) {
            Loaded loaded = load(object, listener);
            strictness.check(object, loaded);
            add(loaded);
            if (loaded.warnings() > 0) {
                listener.event("object '" + object.uri() + "', allowed: " + strictness.faults(loaded));
            }
        }
        lock.check(session);
        return report;
    }

    void commit() throws SQLException, OutcomeUnknown {
        try {
            session.commit();
        } catch (SQLException failed) {
            if (ServerWarning.of(failed).isOfServer()) {
                throw failed;
            }
            throw new OutcomeUnknown(mode.fills(), session.id(), failed);
        }
    }

    private Loaded load(StoredObject object, Listener listener) throws SQLException {
        long total = request.source().bytes();
        try {
            return path.load(object, count -> {
                bytes += count;
                listener.progress(bytes, total);
            });
        } catch (SQLException refused) {
            String fault = ServerWarning.of(refused).describe(request.format());
            throw new JobFailedException("object '" + object.uri() + "', " + fault, refused);
        }
    }

    private void add(Loaded loaded) {
        report = new Report(
                report.rows() + loaded.rows(),
                report.skipped() + loaded.skipped(),
                report.deleted() + loaded.counts().deleted(),
                report.warnings() + loaded.warnings());
    }
}
