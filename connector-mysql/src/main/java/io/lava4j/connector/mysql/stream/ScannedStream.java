package io.lava4j.connector.mysql.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes whose rows are counted on the way. Ends in an error when they end within quotes. */
public final class ScannedStream extends FilterInputStream {

    private final RowScanner scanner;
    private final String object;

    /**
     * Reads along.
     *
     * @param bytes the object, complete with its last terminator
     * @param object its name, for messages
     * @param format how it is written
     */
    public ScannedStream(InputStream bytes, String object, RowFormat format) {
        super(bytes);
        this.object = object;
        this.scanner = new RowScanner(format);
    }

    /** Rows, headers left out. */
    public long rows() {
        return scanner.rows();
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
        scanner.finish();
        if (scanner.isInQuotes()) {
            throw new UnclosedQuoteException(
                    "object '%s' ends within quotes: the quote that opens in row %d is not closed"
                            .formatted(object, scanner.quoteOpenedInRow()));
        }
        return -1;
    }
}
