package io.lava4j.sandbox.aurora;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One connection as root that is kept, so that many clients at once do not need as many of the server behind. Opened
 * when it is first needed, and again when it broke. Safe for use by many threads, which wait for each other.
 */
final class RootSession {
    private static final int LIMIT_SECONDS = 5;

    private final DataSource root;
    private Optional<Connection> kept = Optional.empty();

    RootSession(DataSource root) {
        this.root = root;
    }

    /** What is done on it; once more, when it turns out to be broken. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    synchronized <T> T run(Work<T> work) throws SQLException {
        if (kept.isEmpty()) {
            return work.on(open());
        }
        try {
            return work.on(kept.get());
        } catch (SQLException e) {
            if (kept.get().isValid(LIMIT_SECONDS)) {
                throw e;
            }
            end();
            return work.on(open());
        }
    }

    /** Closes it; whoever needs it afterwards opens another. */
    synchronized void end() {
        kept.ifPresent(RootSession::close);
        kept = Optional.empty();
    }

    private Connection open() throws SQLException {
        Connection opened = root.getConnection();
        kept = Optional.of(opened);
        return opened;
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It was broken already.
        }
    }
}
