package io.lava4j.connector.mysql.stream;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of gzip members, one after another, as RFC 1952 has them. The runtime's own stream ends without a word at
 * a member whose header is damaged, and even at a sound one when its source has nothing at hand: rows would be missing.
 */
final class GzipStream extends InputStream {

    private static final int MAGIC_AND_DEFLATE = 0x1f8b08;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream source;
    private final byte[] buffer = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int position;
    private int limit;
    private boolean started;
    private boolean inMember;

    GzipStream(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (!started) {
            started = true;
            openMember();
        }
        while (inMember && length > 0) {
            int count = inflate(target, from, length);
            if (count > 0) {
                checksum.update(target, from, count);
                return count;
            }
            if (inflater.finished()) {
                closeMember();
            }
        }
        return length == 0 ? 0 : -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        source.close();
    }

    private int inflate(byte[] target, int from, int length) throws IOException {
        if (inflater.needsInput() && !inflater.finished()) {
            require(!isAtEnd());
            inflater.setInput(buffer, position, limit - position);
            position = limit;
        }
        try {
            return inflater.inflate(target, from, length);
        } catch (DataFormatException damaged) {
            throw new IOException(
                    "the gzip data is damaged: " + damaged.getMessage() + "; store the file again", damaged);
        }
    }

    private void closeMember() throws IOException {
        position = limit - inflater.getRemaining();
        boolean sound = number() == checksum.getValue() && number() == (inflater.getBytesWritten() & 0xffffffffL);
        if (!sound) {
            throw new IOException("the gzip data is damaged: its checksum is another; store the file again");
        }
        inMember = !isAtEnd();
        if (inMember) {
            openMember();
        }
    }

    private void openMember() throws IOException {
        if (isAtEnd() || (one() << 16 | one() << 8 | one()) != MAGIC_AND_DEFLATE) {
            throw new IOException("it is not gzip data; leave GZIP out, or compress it");
        }
        int flags = one();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(one() | one() << 8);
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        skip(flags & HEADER_CHECKSUM);
        inflater.reset();
        checksum.reset();
        inMember = true;
    }

    private void skipText(int isThere) throws IOException {
        while (isThere != 0 && one() != 0) {
            // A byte of the text.
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            one();
        }
    }

    private long number() throws IOException {
        return one() | one() << 8 | one() << 16 | (long) one() << 24;
    }

    private int one() throws IOException {
        require(!isAtEnd());
        return buffer[position++] & 0xff;
    }

    private boolean isAtEnd() throws IOException {
        while (position == limit) {
            int count = source.read(buffer);
            if (count < 0) {
                return true;
            }
            position = 0;
            limit = count;
        }
        return false;
    }

    private static void require(boolean more) throws EOFException {
        if (!more) {
            throw new EOFException("the gzip data is cut off; store the file again");
        }
    }
}
