package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session at a MySQL, without the protocol: each statement is judged and then run as the relay would. */
record JdbcBackend(Connection connection, Statements statements) implements Backend, AutoCloseable {
    /** What the client sees of a statement. */
    List<List<String>> run(String sql) throws SQLException, IOException {
        Verdict verdict = statements.judge(sql, this);
        if (verdict instanceof Verdict.Refused refused) {
            throw new SQLException(refused.message(), refused.sqlState(), refused.code());
        }
        if (verdict instanceof Verdict.Awaited awaited) {
            return run(awaited);
        }
        if (verdict instanceof Verdict.Replaced replaced) {
            return rows(replaced.sql());
        }
        return rows(sql);
    }

    private List<List<String>> run(Verdict.Awaited awaited) throws SQLException, IOException {
        boolean succeeded = false;
        try {
            List<List<String>> rows = rows(awaited.sql());
            succeeded = true;
            return rows;
        } finally {
            awaited.afterwards().ended(succeeded);
        }
    }

    @Override
    public List<List<String>> query(String sql) throws BackendException {
        try {
            return rows(sql);
        } catch (SQLException e) {
            throw new BackendException(new Verdict.Refused(e.getErrorCode(), e.getSQLState(), e.getMessage()));
        }
    }

    private List<List<String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? rows(statement.getResultSet()) : List.of();
        }
    }

    private static List<List<String>> rows(ResultSet rows) throws SQLException {
        var result = new ArrayList<List<String>>();
        while (rows.next()) {
            var row = new ArrayList<String>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.add(Optional.ofNullable(rows.getString(column)).orElse("NULL"));
            }
            result.add(row);
        }
        return result;
    }

    @Override
    public Map<String, String> status() {
        return Map.of();
    }

    @Override
    public String user() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
