package io.lava4j.connector.mysql.wire;

/** For connections that are others' once they are open: with the limit on silence all limits end. */
public final class LoginSockets extends LimitedSockets {

    /** Without limits from the moment that the one on silence is lifted. */
    public LoginSockets() {
        super(true);
    }
}
