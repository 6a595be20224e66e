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
 * too much, and all but the first row where the terminator is another.
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

    /** Names the first object that does not end in a terminator. */
    Optional<String> fault() {
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE, LastBytes::daemon);
        try {
            List<Future<Boolean>> complete = request.source().objects().stream()
                    .map(object -> readers.submit(() -> isComplete(object)))
                    .toList();
            for (int i = 0; i < complete.size(); i++) {
                if (!answer(complete.get(i))) {
                    return Optional.of(fault(request.source().objects().get(i)));
                }
            }
            return Optional.empty();
        } finally {
            readers.shutdownNow();
            pulse.waitsForServer();
        }
    }

    private boolean answer(Future<Boolean> complete) {
        pulse.waitsForData();
        try {
            return complete.get();
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

    private boolean isComplete(StoredObject object) {
        if (object.size() == 0) {
            return true;
        }
        long offset = Math.max(0, object.size() - rowEnd.length());
        try (InputStream last = request.source().store().open(object, offset)) {
            return rowEnd.endsRow(last.readAllBytes());
        } catch (IOException unreadable) {
            throw new JobFailedException(
                    "object '" + object.uri() + "' cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private String fault(StoredObject object) {
        return "object '" + object.uri() + "' does not end in the TERMINATOR '"
                + shown(request.format().terminator())
                + "', and the server would drop in silence what its last row has too much; the client path"
                + " adds what is missing";
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
