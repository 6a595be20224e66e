package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.sql.SQLException;

/** All objects in one transaction; what it has done can be rolled back. */
final class Transaction {

    private final LoadSession session;
    private final LoadRequest request;
    private final Course course;
    private final Strictness strictness;
    private final Progress progress;
    private Report report = new Report(0, 0, 0, 0);

    Transaction(LoadSession session, LoadRequest request, Course course, Progress progress) {
        this.session = session;
        this.request = request;
        this.course = course;
        this.progress = progress;
        this.strictness = new Strictness(request);
    }

    Report load(Listener listener) throws SQLException {
        addDeleted(course.mode().begin(session));
        Proof proof = course.path().begin();
        for (StoredObject object : request.source().objects()) {
            Loaded loaded = load(object);
            strictness.check(Origin.whole(object), loaded);
            report = loaded.addedTo(report);
            if (loaded.warnings() > 0) {
                listener.event(strictness.allowed(Origin.whole(object), loaded));
            }
        }
        proof.check(listener);
        addDeleted(course.mode().end(session));
        if (course.marker().isPresent()) {
            course.marker().get().write(session);
        }
        return report;
    }

    private void addDeleted(long rows) {
        report = new Report(report.rows(), report.skipped(), report.deleted() + rows, report.warnings());
    }

    private Loaded load(StoredObject object) throws SQLException {
        try {
            return course.path().load(object, progress::passed);
        } catch (SQLException refused) {
            String fault = ServerWarning.of(refused).describe(request.format());
            throw new JobFailedException("object '" + object.uri() + "', " + fault, refused);
        }
    }
}
