package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import java.util.List;

/**
 * What {@code args} says, as values.
 *
 * @param selection what the key names
 * @param duplicates what happens to a row whose key is there already
 * @param partitions the partitions that rows must fall into; empty: any
 * @param format how the data is written
 */
record LoadOptions(Selection selection, Duplicates duplicates, List<String> partitions, Format format) {

    /** What the job's key names. */
    enum Selection {
        /** One object. */
        FILE,
        /** Every object whose key begins with it. */
        PREFIX,
        /** One object that lists the others. */
        MANIFEST
    }
}
