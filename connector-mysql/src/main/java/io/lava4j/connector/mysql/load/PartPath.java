package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.stream.RowBlocks;
import io.lava4j.connector.mysql.stream.SharedBlocks;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/**
 * The way of parts of objects into a table, through this process and over any session.
 *
 * @param reading how objects are read
 * @param statement loads a part
 */
record PartPath(ObjectReading reading, String statement) {

    /** An object to be dealt out in blocks of a size; not opened yet. */
    SharedBlocks blocks(StoredObject object, int size, LongConsumer passed) {
        return new SharedBlocks(new RowBlocks(() -> reading.open(object, passed), size));
    }

    /** Loads a part. What the server says is about rows of the object, not of the part. */
    Loaded load(LoadSession session, Part part) throws SQLException {
        Loaded loaded = new Feed(session, statement)
                .with(part.origin().object(), part.rows())
                .withRows(part.rows().places()::inObject);
        return reading.isCounted() ? loaded.scanned(part.rows().places().rows()) : loaded;
    }
}
