package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.S3LoadPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

/** What the server itself has recorded of the objects that it loaded must be what was asked of it. */
final class ReadBack implements Proof {

    private final LoadSession session;
    private final Dialler dialler;
    private final S3LoadPath s3;
    private final LoadRequest request;
    private final Instant since;

    /** Makes it before the first object; the clock is the server's, as its records are. */
    ReadBack(LoadSession session, Dialler dialler, S3LoadPath s3, LoadRequest request) throws SQLException {
        this.session = session;
        this.dialler = dialler;
        this.s3 = s3;
        this.request = request;
        this.since = Instant.ofEpochSecond(
                session.query("SELECT UNIX_TIMESTAMP()", row -> row.getLong(1)).get(0));
    }

    @Override
    public void check(Listener listener) throws SQLException {
        if (differenceToUs(listener).isPresent()) {
            differenceToOthers(listener).ifPresent(seen -> {
                throw new JobFailedException(seen);
            });
        }
    }

    private Optional<String> differenceToUs(Listener listener) throws SQLException {
        try {
            return session.ask(this::difference);
        } catch (SQLException unreadable) {
            ServerWarning said = ServerWarning.of(unreadable);
            if (!said.isOfServer()) {
                throw unreadable;
            }
            return untold(
                    listener, new S3Faults(session, s3).explain(unreadable).orElse(said.toString()));
        }
    }

    /** What our transaction sees may be older than what the server has recorded since, and proves nothing by itself. */
    private Optional<String> differenceToOthers(Listener listener) {
        try (Connection other = dialler.openAgain();
                Statement statement = other.createStatement()) {
            for (String sql : s3.setUp(other)) {
                statement.execute(sql);
            }
            return difference(other);
        } catch (SQLException | LavaException unable) {
            return untold(listener, "over a second session: " + unable.getMessage());
        }
    }

    private static Optional<String> untold(Listener listener, String why) {
        listener.event("the server's own record of what it has read cannot be looked at: " + why);
        return Optional.empty();
    }

    private Optional<String> difference(Connection connection) throws SQLException {
        return s3.discrepancy(request, since, connection);
    }
}
