package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A second session that tells whether the first is still busy. Kept for as long as it answers: what logs it in may be out
 * of date by the time of the next question. For one thread.
 */
final class Witness implements AutoCloseable {

    private final Dialler dialler;
    private Optional<Connection> kept = Optional.empty();

    Witness(Dialler dialler) {
        this.dialler = dialler;
    }

    /** Asks; dials where no session is at hand, or the one at hand has ended. */
    boolean seesAtWork(long session) throws SQLException {
        if (kept.isPresent()) {
            try {
                return ask(kept.get(), session);
            } catch (SQLException ended) {
                close();
            }
        }
        Connection fresh = dialler.openAgain();
        kept = Optional.of(fresh);
        try {
            return ask(fresh, session);
        } catch (SQLException unanswered) {
            close();
            throw unanswered;
        }
    }

    private static boolean ask(Connection connection, long session) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT command FROM information_schema.processlist WHERE id = ? AND command <> 'Sleep'")) {
            statement.setLong(1, session);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    @Override
    public void close() {
        try {
            if (kept.isPresent()) {
                kept.get().close();
            }
        } catch (SQLException broken) {
            // Then it has ended.
        } finally {
            kept = Optional.empty();
        }
    }
}
