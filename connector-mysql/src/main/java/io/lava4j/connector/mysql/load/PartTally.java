package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadTarget.Report;
import java.util.Optional;

/** What parts come to, and whether that is allowed to all of them together. Safe for use by several threads. */
final class PartTally {

    private final Strictness strictness;
    private final Listener listener;
    private Optional<JobFailedException> refused = Optional.empty();
    private Report report = new Report(0, 0, 0, 0);

    PartTally(Strictness strictness, Listener listener) {
        this.strictness = strictness;
        this.listener = listener;
    }

    /** Of what is not allowed the first to find it out tells, and the others the same. */
    synchronized void add(Part part, Loaded loaded) {
        check(part, loaded);
        report = loaded.addedTo(report);
        if (loaded.warnings() > 0) {
            listener.event(strictness.allowed(part.origin(), loaded));
        }
    }

    private void check(Part part, Loaded loaded) {
        if (refused.isPresent()) {
            throw refused.get();
        }
        try {
            strictness.check(part.origin(), loaded);
        } catch (JobFailedException first) {
            refused = Optional.of(first);
            throw first;
        }
    }

    synchronized Report report() {
        return report;
    }
}
