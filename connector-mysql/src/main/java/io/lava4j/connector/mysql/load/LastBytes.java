package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.LoadClauses;
import io.lava4j.connector.mysql.stream.Pulse;
import io.lava4j.connector.mysql.stream.RowEnd;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The last bytes of the objects. A server that reads them itself drops in silence what a last row without terminator has
 * too much, all but the first row where the terminator is another, and what it has read of a character that goes on.
 */
final class LastBytes {

    /** One small read an object: together they wait for the store's answers, and not for its bytes. */
    private static final int AT_ONCE = 16;

    private final LoadRequest request;
    private final Pulse pulse;
    private final RowEnd rowEnd;

    LastBytes(LoadRequest request, Pulse pulse) {
        this.request = request;
        this.pulse = pulse;
        this.rowEnd = RowEnd.of(LoadClauses.of(request));
    }

    /** What is wrong with the first object that the server would not read to its end. */
    Optional<String> fault() {
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE, LastBytes::daemon);
        try {
            List<Future<Optional<String>>> faults = request.source().objects().stream()
                    .map(object -> readers.submit(() -> fault(object)))
                    .toList();
            return faults.stream().map(this::answer).flatMap(Optional::stream).findFirst();
        } finally {
            readers.shutdownNow();
            pulse.waitsForServer();
        }
    }

    private Optional<String> answer(Future<Optional<String>> fault) {
        pulse.waitsForData();
        try {
            return fault.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the load was interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LavaException told) {
                throw told;
            }
            throw new IllegalStateException("an object's last bytes could not be looked at", failed.getCause());
        }
    }

    private Optional<String> fault(StoredObject object) {
        return object.size() == 0
                ? Optional.empty()
                : fault(last(object)).map(fault -> "object '" + object.uri() + "' " + fault);
    }

    private byte[] last(StoredObject object) {
        long offset = Math.max(0, object.size() - rowEnd.length());
        try (InputStream last = request.source().store().open(object, offset)) {
            return last.readAllBytes();
        } catch (IOException unreadable) {
            throw new JobFailedException(
                    "object '" + object.uri() + "' cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Optional<String> fault(byte[] last) {
        if (rowEnd.endsRow(last)) {
            return rowEnd.isCut(last) ? Optional.of(RowEnd.CUT) : Optional.empty();
        }
        return Optional.of("does not end in the TERMINATOR '"
                + shown(request.format().terminator())
                + "', and the server would drop in silence what its last row has too much; the client path"
                + " adds what is missing");
    }

    private static String shown(String terminator) {
        return terminator.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lava4j-last-bytes");
        thread.setDaemon(true);
        return thread;
    }
}
