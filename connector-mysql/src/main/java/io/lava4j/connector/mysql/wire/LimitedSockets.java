package io.lava4j.connector.mysql.wire;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.protocol.StandardSocketFactory;
import java.io.IOException;
import java.net.Socket;

/**
 * Gives the driver its sockets: whatever it asks, the answer has a bound; until the limit on silence is lifted also one of
 * time. The driver makes one for each connection, by name.
 */
public class LimitedSockets extends StandardSocketFactory {

    private final AnswerLimit limit = new AnswerLimit(System::nanoTime);
    private final boolean liftedWithTime;

    /** For sessions of ours, whose questions have short answers. */
    public LimitedSockets() {
        this(false);
    }

    LimitedSockets(boolean liftedWithTime) {
        this.liftedWithTime = liftedWithTime;
    }

    @Override
    protected final Socket createSocket(PropertySet properties) {
        return new LimitedSocket(limit, liftedWithTime);
    }

    @Override
    public final void afterHandshake() throws IOException {
        super.afterHandshake();
        limit.loggedIn();
    }
}
