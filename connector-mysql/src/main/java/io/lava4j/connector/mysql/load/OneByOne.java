package io.lava4j.connector.mysql.load;

import java.sql.SQLException;

/** It has shown on the way that parts at once do not come to what one connection would; the message says why. */
final class OneByOne extends SQLException {

    private static final long serialVersionUID = 1L;

    OneByOne(String reason) {
        super(reason);
    }
}
