package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.ObjectStore.StoredObject;

/**
 * Which answers of the server are a success. A local load takes bad values with a warning, so that a warning is the only
 * trace of them.
 */
final class Strictness {

    private final boolean faultsAllowed;
    private final Format format;

    Strictness(LoadRequest request) {
        faultsAllowed = request.rules().duplicates() == Duplicates.IGNORE;
        format = request.format();
    }

    void check(StoredObject object, Loaded loaded) {
        if (!faultsAllowed && (loaded.warnings() > 0 || loaded.counts().skipped() > 0)) {
            throw new JobFailedException("object '" + object.uri() + "', " + faults(loaded));
        }
        checkAllRowsArrived(object, loaded);
    }

    /** The first fault, and how many there are. */
    String faults(Loaded loaded) {
        String first = loaded.listed().stream()
                .findFirst()
                .map(warning -> warning.describe(format))
                .orElse("rows left out");
        return "%s; in all %s and %s"
                .formatted(first, count(loaded.warnings(), "warning"), count(loaded.skipped(), "skipped row"));
    }

    /** Rows may vanish where faults are allowed, but never without a warning. */
    private void checkAllRowsArrived(StoredObject object, Loaded loaded) {
        long vanished = loaded.vanished();
        if (vanished < 0 || vanished > loaded.warnings()) {
            throw new JobFailedException(
                    "object '%s' holds %s without its header lines, and the server read %d; check QUOTE, ESCAPE, TERMINATOR and ENCODING"
                            .formatted(
                                    object.uri(),
                                    count(loaded.scannedRows().orElseThrow(), "row"),
                                    loaded.counts().records()));
        }
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
