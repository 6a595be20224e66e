package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.stream.CountedStream;
import io.lava4j.connector.mysql.stream.Decompression;
import io.lava4j.connector.mysql.stream.RowFormat;
import io.lava4j.connector.mysql.stream.ScannedStream;
import io.lava4j.connector.mysql.stream.TerminatedStream;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * How objects are read: unpacked, completed, their rows counted on the way.
 *
 * @param request what is loaded
 * @param rows how rows are told apart
 */
record ObjectReading(LoadRequest request, RowFormat rows) {

    /**
     * Opens one; the caller closes it.
     *
     * @param passed told of its own bytes as they are read
     */
    ScannedStream open(StoredObject object, LongConsumer passed) {
        InputStream bytes = new CountedStream(request.source().store().open(object), passed);
        InputStream content = Decompression.of(bytes, request.format().compression());
        return new ScannedStream(new TerminatedStream(content, rows.terminator()), object.uri(), rows);
    }

    /** Whether the server's own count of rows is to be compared with ours. */
    boolean isCounted() {
        return !request.format().quote().isEmpty();
    }

    /** Says that an object cannot be read. */
    static JobFailedException broken(StoredObject object, Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return new JobFailedException(
                said.contains(object.uri()) ? said : "object '" + object.uri() + "' cannot be read: " + said, cause);
    }
}
