package io.lava4j.connector.mysql.stream;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of Zstandard frames, one after another, whose windows are at most 8 MB. */
final class ZstdStream extends FilterInputStream {

    private final Source source;

    ZstdStream(InputStream object) {
        this(new Source(object));
    }

    private ZstdStream(Source source) {
        super(new ZstdInputStream(source));
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        try {
            int count = super.read(target, from, length);
            return count < 0 && source.goOnWithAnEmptyFrame() ? super.read(target, from, length) : count;
        } catch (MalformedInputException damaged) {
            throw new IOException(
                    "the zstd data is damaged, or its window is above 8 MB: " + damaged.getMessage()
                            + "; compress it again, without --long",
                    damaged);
        }
    }

    /**
     * The object, and at its end an empty frame. The library takes up to three bytes where a frame could begin for the
     * end of the data; in front of another frame they are found out.
     */
    private static final class Source extends FilterInputStream {

        private static final byte[] EMPTY_FRAME = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x20, 0, 1, 0, 0};

        private boolean empty = true;
        private boolean ended;
        private boolean goesOn;

        Source(InputStream object) {
            super(object);
        }

        /** Called when all seems read; gives whether there is more to read. */
        boolean goOnWithAnEmptyFrame() throws EOFException {
            if (empty) {
                throw new EOFException("it is not zstd data; leave ZSTD out, or compress it");
            }
            goesOn = !ended;
            ended = true;
            return goesOn;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (goesOn && length >= EMPTY_FRAME.length) {
                goesOn = false;
                System.arraycopy(EMPTY_FRAME, 0, target, from, EMPTY_FRAME.length);
                return EMPTY_FRAME.length;
            }
            int count = ended ? -1 : super.read(target, from, length);
            empty &= count <= 0;
            return count;
        }
    }
}
