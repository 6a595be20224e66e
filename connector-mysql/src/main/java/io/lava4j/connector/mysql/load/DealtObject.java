package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.stream.PartStream;
import io.lava4j.connector.mysql.stream.SharedBlocks;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An object that is loaded as a whole, or in parts. Safe for use by several threads. */
final class DealtObject {

    private final StoredObject object;
    private final SharedBlocks blocks;
    private final long limit;
    private final boolean cut;
    private final AtomicInteger parts = new AtomicInteger();

    /**
     * Deals it out.
     *
     * @param limit of a part, in bytes
     * @param cut whether several connections may load it
     */
    DealtObject(StoredObject object, SharedBlocks blocks, long limit, boolean cut) {
        this.object = object;
        this.blocks = blocks;
        this.limit = limit;
        this.cut = cut;
    }

    /** Whether several connections may load it. */
    boolean isCut() {
        return cut;
    }

    /** The next part; nothing when there is no more of it. */
    Optional<Part> next() {
        try {
            return PartStream.next(blocks, limit).map(rows -> new Part(new Origin(object, number()), rows));
        } catch (IOException broken) {
            throw ObjectReading.broken(object, broken);
        }
    }

    /** How it was cut, for people. */
    String told() {
        return "object '" + object.uri() + "' was cut at row ends and loaded in " + parts.get() + " parts";
    }

    void stop() {
        blocks.stop();
    }

    /** Lets go of it. */
    void close() {
        try {
            blocks.close();
        } catch (IOException unclosable) {
            // All that was needed of it has been read.
        }
    }

    /** Of a part; the first of an object that is not cut may be the whole. */
    private int number() {
        int number = parts.incrementAndGet();
        return cut || number > 1 ? number : 0;
    }
}
