package io.lava4j.connector.mysql.load;

import com.mysql.cj.jdbc.MysqlDataSource;
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

    /** Seconds between two statements: many objects may be looked at meanwhile. */
    private static final long LONGEST_REST = 3_600;

    /**
     * What a server is told once and for all may not be what a load can live with: rows that break a key unseen, a COMMIT
     * that begins the next transaction or ends the session, answers that lack rows, a definition without quotes.
     */
    private static final String AS_DELIVERED = "foreign_key_checks = 1, unique_checks = 1, completion_type = 0"
            + ", sql_select_limit = 18446744073709551615, sql_big_selects = 1, sql_auto_is_null = 0"
            + ", sql_quote_show_create = 1";

    /** And constraints that are not looked at, loads that are cut off, a DROP or RENAME of nothing that is no fault. */
    private static final String AS_MARIADB_IS =
            ", check_constraint_checks = 1, max_statement_time = 0, sql_if_exists = 0";

    /** And questions that are cut off. */
    private static final String AS_MYSQL_IS = ", max_execution_time = 0";

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
                SessionSetup::sendSqlAsItIs,
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

    /** The driver would look for JDBC's escapes, such as {@code {fn …}}, also in the names of tables, and rewrite those. */
    private static void sendSqlAsItIs(MysqlDataSource source) throws SQLException {
        source.setEnableEscapeProcessing(false);
        source.setProcessEscapeCodesForPrepStmts(false);
    }

    private void configure(LoadSession session) throws SQLException {
        String mode =
                session.query("SELECT @@sql_mode", row -> row.getString(1)).get(0);
        session.execute("SET SESSION sql_mode = '" + SqlMode.forLoading(mode) + "'");
        // The server's own 30 s would end a load whose data pauses; our limit must come first. And a server that hears
        // nothing
        // of us, as the network is silent, ends the session by itself, in a while: else it would keep its locks for 8
        // hours.
        long beyondStall = settings.stall().plus(margin()).toSeconds();
        long lockWait = Math.max(1, settings.lockWait().toSeconds());
        session.execute("SET SESSION sql_notes = 0, lc_messages = 'en_US', sql_safe_updates = 0"
                + ", net_read_timeout = " + beyondStall + ", net_write_timeout = " + beyondStall
                + ", wait_timeout = " + Math.max(beyondStall, LONGEST_REST)
                + ", lock_wait_timeout = " + lockWait + ", innodb_lock_wait_timeout = " + lockWait);
        session.execute("SET SESSION " + AS_DELIVERED + (session.isMariaDb() ? AS_MARIADB_IS : AS_MYSQL_IS));
        session.execute("SET SESSION TRANSACTION READ WRITE");
        listWarnings(session);
    }

    private Duration margin() {
        Duration most = Duration.ofMinutes(1);
        return settings.stall().compareTo(most) < 0 ? settings.stall() : most;
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
