package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;

/**
 * Which answers of the server are a success. A local load takes bad values with a warning, so that a warning is the only
 * trace of them. Belongs to one run: what is allowed is allowed to all its objects together.
 */
final class Strictness {

    private final long allowed;
    private final Format format;
    private long warnings;
    private long skipped;

    Strictness(LoadRequest request) {
        allowed = request.rules()
                .maxWarnings()
                .orElse(request.rules().duplicates() == Duplicates.IGNORE ? Long.MAX_VALUE : 0);
        format = request.format();
    }

    /** Refuses what cannot be: with REPLACE the server stops at the first bad value. */
    static void check(LoadRequest request) {
        if (request.rules().duplicates() == Duplicates.REPLACE
                && request.rules().maxWarnings().isPresent()) {
            throw new ConfigurationException("max_warnings with REPLACE: the server stops at the first bad value, and"
                    + " allows none; leave one of them out");
        }
    }

    void check(Origin origin, Loaded loaded) {
        warnings += loaded.warnings();
        skipped += loaded.counts().skipped();
        if (warnings > allowed || skipped > allowed) {
            throw new JobFailedException(faults(origin, loaded) + beyond());
        }
        checkAllRowsArrived(origin, loaded);
    }

    private String beyond() {
        return allowed == 0
                ? "; mend the data, or allow such rows with max_warnings"
                : "; max_warnings allows " + allowed + ": mend the data, or allow more";
    }

    /** The first fault, and how many there are. */
    String faults(Origin origin, Loaded loaded) {
        return origin.objectName() + ", " + faults(loaded, origin.where());
    }

    /** The same of what is allowed. */
    String allowed(Origin origin, Loaded loaded) {
        return origin.objectName() + ", allowed: " + faults(loaded, origin.where());
    }

    private String faults(Loaded loaded, String where) {
        String first = loaded.listed().stream()
                .findFirst()
                .map(warning -> warning.describe(format))
                .orElse("rows left out");
        return "%s; %s %s and %s"
                .formatted(first, where, count(loaded.warnings(), "warning"), count(loaded.skipped(), "skipped row"));
    }

    /** Rows may vanish where faults are allowed, but never without a warning. */
    private void checkAllRowsArrived(Origin origin, Loaded loaded) {
        long vanished = loaded.vanished();
        if (vanished < 0 || vanished > loaded.warnings()) {
            throw new JobFailedException(
                    "%s holds %s without its header lines, and the server read %d; check QUOTE, ESCAPE, TERMINATOR and ENCODING"
                            .formatted(
                                    origin.name(),
                                    count(loaded.scannedRows().orElseThrow(), "row"),
                                    loaded.counts().records()));
        }
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
