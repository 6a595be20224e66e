package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Opens sessions that are as a load needs them, whatever the server's own settings. */
final class SessionSetup {

    private static final int LISTED_WARNINGS = 1024;

    private final Dialler dialler;
    private final LoadSettings settings;

    SessionSetup(Dialler dialler, LoadSettings settings) {
        this.dialler = dialler;
        this.settings = settings;
    }

    /**
     * Opens one.
     *
     * @param privateDirectory where an empty directory may be made: to name one is how the driver says at login that it
     *     can send files, without being ready to send any
     * @return the session; the caller closes it
     * @throws SQLException if the server cannot be reached
     */
    LoadSession open(Path privateDirectory) throws SQLException {
        String nothing = emptyDirectory(privateDirectory).toString();
        Connection connection = dialler.openLimited(
                source -> source.setAllowLoadLocalInfileInPath(nothing),
                // We read all warnings ourselves; the driver would ask first, and throw.
                source -> source.setJdbcCompliantTruncation(false));
        try {
            LoadSession session = new LoadSession(connection);
            configure(session);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            dialler.lift(connection);
            return session;
        } catch (SQLException failure) {
            connection.abort(Runnable::run);
            throw dialler.explain(failure);
        } catch (RuntimeException failure) {
            connection.abort(Runnable::run);
            throw failure;
        }
    }

    private void configure(LoadSession session) throws SQLException {
        String mode =
                session.query("SELECT @@sql_mode", row -> row.getString(1)).get(0);
        session.execute("SET SESSION sql_mode = '" + SqlMode.forLoading(mode) + "'");
        // The server's own 30 s would end a load whose data pauses; our limit must come first.
        long beyondStall = settings.stall().plus(Duration.ofMinutes(1)).toSeconds();
        long lockWait = Math.max(1, settings.lockWait().toSeconds());
        session.execute("SET SESSION sql_notes = 0, lc_messages = 'en_US', sql_safe_updates = 0"
                + ", net_read_timeout = " + beyondStall + ", net_write_timeout = " + beyondStall
                + ", lock_wait_timeout = " + lockWait + ", innodb_lock_wait_timeout = " + lockWait);
        listWarnings(session);
    }

    /** MariaDB lists 64. MySQL lists enough by itself, and asks for a privilege to change it. */
    private static void listWarnings(LoadSession session) throws SQLException {
        long listed =
                session.query("SELECT @@max_error_count", row -> row.getLong(1)).get(0);
        if (listed < LISTED_WARNINGS) {
            try {
                session.execute("SET SESSION max_error_count = " + LISTED_WARNINGS);
            } catch (SQLException notAllowed) {
                // Their count is right all the same; only messages have less to show.
            }
        }
    }

    private static Path emptyDirectory(Path privateDirectory) {
        try {
            return Files.createDirectories(privateDirectory.resolve("nothing"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("'" + privateDirectory + "' cannot be written", unwritable);
        }
    }
}
