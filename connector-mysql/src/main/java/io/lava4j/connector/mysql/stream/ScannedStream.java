package io.lava4j.connector.mysql.stream;

import java.io.FilterInputStream;
import java.io.IOException;

/**
 * Bytes whose rows are counted on the way. Ends in an error when they end within quotes or in an escape. A last terminator
 * that does not end its row, being escaped, is followed by another, so that the server checks that row as any other.
 */
public final class ScannedStream extends FilterInputStream {

    private final TerminatedStream bytes;
    private final RowScanner scanner;
    private final RowFormat format;
    private final String object;
    private boolean finished;

    /**
     * Reads along.
     *
     * @param bytes the object, complete with its last terminator
     * @param object its name, for messages
     * @param format how it is written
     */
    public ScannedStream(TerminatedStream bytes, String object, RowFormat format) {
        super(bytes);
        this.bytes = bytes;
        this.format = format;
        this.object = object;
        this.scanner = new RowScanner(format);
    }

    /** Rows, headers left out. */
    public long rows() {
        return scanner.rows();
    }

    /** What has been found out about the bytes that were read. */
    RowScanner scanner() {
        return scanner;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        if (count >= 0) {
            scanner.feed(buffer, from, count);
            return count;
        }
        if (!finished) {
            finished = true;
            finish();
        }
        return super.read(buffer, from, length);
    }

    private void finish() throws IOException {
        scanner.finish();
        if (scanner.isInQuotes()) {
            throw new UnclosedQuoteException(
                    "object '%s' ends within quotes: the quote that opens in row %d is not closed; mend the file, or check QUOTE and ESCAPE"
                            .formatted(object, scanner.quoteOpenedInRow()));
        }
        if (scanner.isInRow()) {
            endRow();
        } else if (isCutByServer()) {
            throw new IOException("object '" + object + "' " + RowEnd.CUT);
        }
    }

    /** Where a byte may be the first or the last of a character, nothing is said. */
    private boolean isCutByServer() {
        return format.reader() == ServerReader.MYSQL
                && format.characters().leadsAreNoTrails()
                && scanner.endsWithinCharacter();
    }

    private void endRow() throws IOException {
        if (bytes.isCutAfter(format.escape())) {
            throw new IOException(
                    "object '" + object
                            + "' ends in an escape character, which is to be followed by another; mend the file, or check ESCAPE");
        }
        bytes.terminateAgain();
    }
}
