package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadTarget.Report;

/** What parts come to, and whether that is allowed to all of them together. Safe for use by several threads. */
final class PartTally {

    private final Strictness strictness;
    private final Listener listener;
    private Report report = new Report(0, 0, 0, 0);

    PartTally(Strictness strictness, Listener listener) {
        this.strictness = strictness;
        this.listener = listener;
    }

    synchronized void add(Part part, Loaded loaded) {
        strictness.check(part.origin(), loaded);
        report = loaded.addedTo(report);
        if (loaded.warnings() > 0) {
            listener.event(strictness.allowed(part.origin(), loaded));
        }
    }

    synchronized Report report() {
        return report;
    }
}
