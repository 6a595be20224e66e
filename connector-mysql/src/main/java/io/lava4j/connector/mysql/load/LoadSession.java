package io.lava4j.connector.mysql.load;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import io.lava4j.connector.mysql.session.ServerText;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.connector.mysql.stream.Pulse;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A session that loads and does nothing else, with autocommit off.
 *
 * <p>A server may answer any statement with a request for a file, and with {@code allowLoadLocalInfile} the driver sends
 * whatever is named. So that property is on while a load statement runs and its stream is set, and at no other time.
 */
final class LoadSession implements AutoCloseable {

    /** As many as are listed by default; their number is told apart from them. */
    private static final String SHOW_WARNINGS = "SHOW WARNINGS LIMIT 1024";

    /** The server tells how long it has run in whole seconds. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    private final Connection connection;
    private final Pulse pulse;
    private final long opened = System.nanoTime();
    private final long id;
    private final boolean mariaDb;
    private volatile boolean aborted;

    LoadSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.pulse = new Pulse();
        this.id = query("SELECT CONNECTION_ID()", row -> row.getLong(1)).get(0);
        this.mariaDb = query("SELECT VERSION()", row -> row.getString(1)).get(0).contains("MariaDB");
    }

    /** The session's number at the server. */
    long id() {
        return id;
    }

    /** Whether the server is MariaDB; else it is MySQL, or of its family. */
    boolean isMariaDb() {
        return mariaDb;
    }

    /** Whether its server has begun later than another session, which then is gone. */
    boolean isOfServerAfter(LoadSession other) throws SQLException {
        return isOfServerAfter(Duration.ofNanos(System.nanoTime() - other.opened));
    }

    boolean isOfServerAfter(Duration age) throws SQLException {
        Duration uptime = Duration.ofSeconds(
                query("SHOW GLOBAL STATUS LIKE 'Uptime'", row -> row.getLong(2)).get(0));
        return uptime.plus(CLOCK_STEP).compareTo(age) < 0;
    }

    /** Breaks the session off when its server says nothing for so long. */
    void endWhenSilentFor(Duration limit) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.toMillis()));
    }

    /** How the session moves. */
    Pulse pulse() {
        return pulse;
    }

    /** Keeps 0 in an AUTO_INCREMENT column that is loaded, where it would draw a new number. */
    void keepZeroes() throws SQLException {
        execute("SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')");
    }

    /** Whether it does so: an AUTO_INCREMENT column is loaded. */
    boolean keepsZeroes() throws SQLException {
        return query("SELECT FIND_IN_SET('NO_AUTO_VALUE_ON_ZERO', @@sql_mode)", row -> row.getInt(1) > 0)
                .get(0);
    }

    /** Runs a statement; gives the rows that it changed. */
    long execute(String sql) throws SQLException {
        return ask(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeLargeUpdate(sql);
            }
        });
    }

    /** Runs statements; gives the rows that they changed together. */
    long executeAll(List<String> statements) throws SQLException {
        long changed = 0;
        for (String statement : statements) {
            changed += execute(statement);
        }
        return changed;
    }

    /**
     * Runs a query with texts for its parameters. With parameters it must be a constant: where there are any, the driver looks
     * for question marks by itself, and loses its way in names that end in a backslash.
     */
    <T> List<T> query(String sql, Row<T> reader, String... parameters) throws SQLException {
        if (parameters.length == 0) {
            return answers(sql, reader);
        }
        return ask(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setString(i + 1, parameters[i]);
                }
                try (ResultSet result = statement.executeQuery()) {
                    return rows(result, reader);
                }
            }
        });
    }

    /** Whether a table is there, as far as the user can see. */
    boolean hasTable(TableName table) throws SQLException {
        return !query(
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
                        row -> true,
                        table.schema(),
                        table.table())
                .isEmpty();
    }

    /** Lets another look at the session, which stays open. */
    <T> T ask(Question<T> question) throws SQLException {
        pulse.waitsForServer();
        try {
            return question.ask(connection);
        } finally {
            pulse.waitsForServer();
        }
    }

    /** Runs a load statement; the server reads the stream, whatever file the statement names. */
    Loaded load(String sql, InputStream data) throws SQLException {
        return run(statement -> {
            RuntimeProperty<Boolean> allowed = connection
                    .unwrap(JdbcConnection.class)
                    .getPropertySet()
                    .getBooleanProperty(PropertyKey.allowLoadLocalInfile);
            statement.setLocalInfileInputStream(data);
            try {
                allowed.setValue(true);
                statement.executeLargeUpdate(sql);
            } finally {
                allowed.setValue(false);
            }
        });
    }

    /** Runs a load statement of the kind for which the server needs no data from us. */
    Loaded load(String sql) throws SQLException {
        return run(statement -> statement.executeLargeUpdate(sql));
    }

    void commit() throws SQLException {
        pulse.waitsForServer();
        connection.commit();
    }

    /** Undoes everything, if need be by ending the session. */
    void rollback() {
        if (aborted) {
            return;
        }
        try {
            pulse.waitsForServer();
            connection.rollback();
        } catch (SQLException unable) {
            abort();
        }
    }

    /** Ends the session at once, from any thread; the server then keeps nothing that was not committed. */
    void abort() {
        aborted = true;
        try {
            connection.abort(Runnable::run);
        } catch (SQLException alreadyEnded) {
            // Which is what was wanted.
        }
    }

    /** Whether it was ended. */
    boolean isAborted() {
        return aborted;
    }

    /** An aborted session is left alone: a thread that hangs in it may hold the driver's lock. */
    @Override
    public void close() {
        if (aborted) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException broken) {
            abort();
        }
    }

    private Loaded run(Work work) throws SQLException {
        return ask(connection -> {
            try (Statement statement = connection.createStatement()) {
                JdbcStatement own = statement.unwrap(JdbcStatement.class);
                work.run(own);
                return loaded(own);
            }
        });
    }

    private <T> List<T> answers(String sql, Row<T> reader) throws SQLException {
        return ask(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                return rows(result, reader);
            }
        });
    }

    private static <T> List<T> rows(ResultSet result, Row<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(reader.read(result));
        }
        return rows;
    }

    /** The warnings first: on MySQL any other question empties their list. */
    private Loaded loaded(JdbcStatement statement) throws SQLException {
        String info = statement.getResultSetInternal().getServerInfo();
        List<ServerWarning> warnings =
                query(SHOW_WARNINGS, row -> new ServerWarning(row.getInt(2), ServerText.of(row.getString(3))));
        return Loaded.of(LoadCounts.parse(info), warnings);
    }

    /** What another wants to know. */
    interface Question<T> {

        /** Asks it. */
        T ask(Connection connection) throws SQLException;
    }

    private interface Work {
        void run(JdbcStatement statement) throws SQLException;
    }

    /** Reads one row of an answer. */
    interface Row<T> {

        /** Reads it. */
        T read(ResultSet row) throws SQLException;
    }
}
