package io.lava4j.connector.mysql.load;

/**
 * How objects are cut, in bytes.
 *
 * @param block read at a time; as much is held by each connection
 * @param part loaded by one statement, and committed: keys that it shares with others are found out soon
 * @param least an object with fewer is not cut
 */
public record PartSizes(int block, long part, long least) {

    /** What suits loads of any size. */
    public static final PartSizes DEFAULT = new PartSizes(1 << 20, 64L << 20, 1 << 20);
}
