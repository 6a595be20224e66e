package io.lava4j.connector.mysql.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What the driver reads. Whatever goes wrong on the way ends the session from within the read: the driver would report
 * the data as complete, and the server would keep the rows up to the break.
 */
public final class HandedStream extends InputStream {

    private final InputStream bytes;
    private final Pulse pulse;
    private final Runnable abort;
    private volatile Optional<Throwable> failure = Optional.empty();

    /**
     * Guards a stream.
     *
     * @param bytes what to hand over; not closed here
     * @param pulse told of every movement
     * @param abort ends the session at once
     */
    public HandedStream(InputStream bytes, Pulse pulse, Runnable abort) {
        this.bytes = bytes;
        this.pulse = pulse;
        this.abort = abort;
    }

    /** What went wrong, if anything did. */
    public Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        pulse.waitsForData();
        try {
            int count = length == 0 ? 0 : readSome(buffer, from, length);
            pulse.waitsForServer();
            return count;
        } catch (Throwable broken) {
            failure = Optional.of(broken);
            abort.run();
            throw new IOException("the data broke off", broken);
        }
    }

    /** A read of nothing would end the data, too. */
    private int readSome(byte[] buffer, int from, int length) throws IOException {
        int count = bytes.read(buffer, from, length);
        if (count == 0) {
            int one = bytes.read();
            if (one < 0) {
                return -1;
            }
            buffer[from] = (byte) one;
            return 1;
        }
        return count;
    }
}
