package io.lava4j.connector.mysql.stream;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts an object at row ends, its header left out. One row ends where the server's own reader would find its end, so that
 * what follows can be read by a statement of its own.
 */
public final class RowBlocks implements AutoCloseable {

    private final Source source;
    private final int size;
    private Optional<ScannedStream> opened = Optional.empty();
    /** What has been read and not been given yet. */
    private byte[] rest = new byte[0];
    /** Where it begins in the object. */
    private long position;

    private long given;
    private boolean ended;
    private boolean inRow;

    /**
     * Cuts.
     *
     * @param source opens the object, when its first block is asked for
     * @param size of a block at most, while rows are not longer than that
     */
    public RowBlocks(Source source, int size) {
        this.source = source;
        this.size = size;
    }

    /** Where an object comes from. */
    public interface Source {

        /** Opens it; closed with the blocks. */
        ScannedStream open() throws IOException;
    }

    /**
     * The next bytes; a row that is longer than a block comes in several.
     *
     * @return nothing when all have been given
     * @throws IOException if they cannot be read, or the object does not end as it should
     */
    Optional<RowBlock> next() throws IOException {
        Optional<RowBlock> block = Optional.empty();
        while (block.isEmpty() && !ended) {
            block = cut(read(rows()));
        }
        return block;
    }

    /** Keeps nothing: what objects are unpacked and scanned with would add up over a long list of them. */
    @Override
    public void close() throws IOException {
        ended = true;
        Optional<ScannedStream> last = opened;
        opened = Optional.empty();
        rest = new byte[0];
        if (last.isPresent()) {
            last.get().close();
        }
    }

    private ScannedStream rows() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(source.open());
        }
        return opened.get();
    }

    private byte[] read(ScannedStream rows) throws IOException {
        byte[] bytes = Arrays.copyOf(rest, Math.max(size, rest.length + 1));
        int length = rest.length;
        while (length < bytes.length && !ended) {
            int count = rows.read(bytes, length, bytes.length - length);
            ended = count < 0;
            length += Math.max(0, count);
        }
        return ended ? Arrays.copyOf(bytes, length) : bytes;
    }

    private Optional<RowBlock> cut(byte[] bytes) {
        RowScanner scanner = opened.orElseThrow().scanner();
        if (scanner.isInHeader()) {
            leave(bytes, offset(scanner.passed()));
            return Optional.empty();
        }
        int from = given == 0 && !inRow ? offset(Math.max(position, scanner.headerEnd())) : 0;
        if (ended) {
            return last(bytes, from, scanner.rows() - given);
        }
        int rowEnd = offset(scanner.rowEnd());
        return rowEnd > from
                ? Optional.of(block(bytes, from, rowEnd, scanner.rowsEnded() - given, true))
                : piece(bytes, from);
    }

    /** Of a row that is longer than the bytes at hand. */
    private Optional<RowBlock> piece(byte[] bytes, int from) {
        boolean some = from < bytes.length;
        RowBlock piece = block(bytes, from, bytes.length, 0, false);
        return some ? Optional.of(piece) : Optional.empty();
    }

    /** Comes without bytes when the one before was of a row whose end had not been found yet. */
    private Optional<RowBlock> last(byte[] bytes, int from, long count) {
        boolean some = from < bytes.length || inRow;
        return some ? Optional.of(block(bytes, from, bytes.length, count, true)) : Optional.empty();
    }

    private RowBlock block(byte[] bytes, int from, int to, long count, boolean endsRow) {
        RowBlock block = new RowBlock(bytes, from, to, given + 1, count, endsRow);
        given += count;
        inRow = !endsRow;
        leave(bytes, to);
        return block;
    }

    private void leave(byte[] bytes, int to) {
        rest = Arrays.copyOfRange(bytes, to, bytes.length);
        position += to;
    }

    private int offset(long inObject) {
        return (int) (inObject - position);
    }
}
