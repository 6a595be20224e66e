package io.lava4j.connector.mysql.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A part of an object: whole rows, wherever they are in it, up to a limit. For the thread that has made it. */
public final class PartStream extends InputStream {

    private final SharedBlocks blocks;
    private final long limit;
    private final RowPlaces places = new RowPlaces();
    private RowBlock block;
    private int next;
    private long taken;

    private PartStream(SharedBlocks blocks, long limit, RowBlock first) {
        this.blocks = blocks;
        this.limit = limit;
        begin(first);
    }

    /**
     * Begins the next part.
     *
     * @param blocks the object's, which others may ask as well
     * @param limit the part ends with the block that goes beyond so many bytes
     * @return nothing when there is no more of the object
     * @throws IOException if it cannot be read
     */
    public static Optional<PartStream> next(SharedBlocks blocks, long limit) throws IOException {
        return blocks.take().map(first -> new PartStream(blocks, limit, first));
    }

    /** Where its rows are, as far as it was read. */
    public RowPlaces places() {
        return places;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        while (next == block.to()) {
            Optional<RowBlock> more = goesOn() ? blocks.take() : Optional.empty();
            if (more.isEmpty()) {
                return -1;
            }
            begin(more.get());
        }
        int count = Math.min(length, block.to() - next);
        System.arraycopy(block.bytes(), next, buffer, from, count);
        next += count;
        return count;
    }

    /** Leaves the rest to others. */
    @Override
    public void close() {
        blocks.pass();
    }

    private boolean goesOn() {
        return taken < limit || !block.endsRow();
    }

    private void begin(RowBlock following) {
        block = following;
        next = following.from();
        taken += following.to() - following.from();
        places.add(following.firstRow(), following.rows());
    }
}
