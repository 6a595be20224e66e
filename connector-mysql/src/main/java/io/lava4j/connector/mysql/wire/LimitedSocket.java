package io.lava4j.connector.mysql.wire;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/** A socket that breaks off an answer beyond its limit; without a limit on silence there is none on time either. */
final class LimitedSocket extends Socket {

    private final AnswerLimit limit;
    private final boolean liftedWithTime;

    /** @param liftedWithTime whether answers may be of any size when the limit on silence is lifted */
    LimitedSocket(AnswerLimit limit, boolean liftedWithTime) {
        this.limit = limit;
        this.liftedWithTime = liftedWithTime;
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        super.setSoTimeout(millis);
        limit.silence(Duration.ofMillis(millis));
        if (millis == 0 && liftedWithTime) {
            limit.lift();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {

            @Override
            public int read() throws IOException {
                int one = super.read();
                limit.came(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                limit.came(count);
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {

            @Override
            public void write(byte[] buffer, int from, int length) throws IOException {
                out.write(buffer, from, length);
                limit.asked();
            }
        };
    }
}
