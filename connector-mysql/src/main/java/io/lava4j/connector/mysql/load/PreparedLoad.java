package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A load that has been checked: its session is open, its transaction not begun. */
final class PreparedLoad implements Prepared {

    private final LoadSession session;
    private final Watchdog watchdog;
    private final LoadRequest request;
    private final TableMode mode;
    private final DataPath path;
    private final LoadSettings settings;
    private final Refusal refusal;

    PreparedLoad(
            LoadSession session,
            Watchdog watchdog,
            LoadRequest request,
            TableMode mode,
            DataPath path,
            LoadSettings settings,
            Refusal refusal) {
        this.session = session;
        this.watchdog = watchdog;
        this.request = request;
        this.mode = mode;
        this.path = path;
        this.settings = settings;
        this.refusal = refusal;
    }

    @Override
    public Plan plan() {
        List<String> statements = Stream.concat(
                        mode.before().stream(),
                        request.source().objects().stream().map(path::statement))
                .toList();
        return new Plan(request.target().schema(), request.target().table(), path.name(), path.reason(), statements);
    }

    @Override
    public Report run(Listener listener) {
        Transaction transaction = new Transaction(session, request, mode, path, settings);
        try {
            return watchdog.watch(() -> {
                Report report = transaction.load(listener);
                watchdog.pointOfNoReturn();
                transaction.commit();
                return report;
            });
        } catch (OutcomeUnknown unknown) {
            throw unknown.asFailure();
        } catch (CancelledException interrupted) {
            session.abort();
            throw new CancelledException(unchanged(interrupted.getMessage()), interrupted);
        } catch (SQLException refused) {
            session.rollback();
            throw new JobFailedException(unchanged(refusal.translate(refused).getMessage()), refused);
        } catch (LavaException failed) {
            session.rollback();
            throw new JobFailedException(unchanged(failed.getMessage()), failed);
        } catch (Exception defect) {
            session.abort();
            throw new IllegalStateException(defect);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private String unchanged(String failure) {
        return failure + "; nothing was loaded, table " + mode.fills() + " is as it was";
    }
}
