package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import java.sql.SQLException;

/** A load that has been checked: its session is open, its transaction not begun. */
final class PreparedLoad implements Prepared {

    private final LoadSession session;
    private final Watchdog watchdog;
    private final Transaction transaction;
    private final Refusal refusal;

    PreparedLoad(LoadSession session, Watchdog watchdog, Transaction transaction, Refusal refusal) {
        this.session = session;
        this.watchdog = watchdog;
        this.transaction = transaction;
        this.refusal = refusal;
    }

    @Override
    public Plan plan() {
        return transaction.plan();
    }

    @Override
    public Report run(Listener listener) {
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
            throw new CancelledException(undone(interrupted), interrupted);
        } catch (SQLException refused) {
            throw new JobFailedException(undone(refusal.translate(refused)), refused);
        } catch (LavaException failed) {
            throw new JobFailedException(undone(failed), failed);
        } catch (Exception defect) {
            throw new IllegalStateException(undone(defect), defect);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    /** Undoes what was done; gives the message that says so. */
    private String undone(Exception failure) {
        try {
            watchdog.watch(() -> {
                session.rollback();
                return true;
            });
        } catch (Exception unable) {
            // The server undoes by itself what a session leaves that is gone.
            session.abort();
        }
        return failure.getMessage() + "; nothing was loaded, table " + transaction.table() + " is as it was";
    }
}
