package io.lava4j.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements as text, rows as text. */
final class Sql {
    private Sql() {}

    static void execute(DataSource source, String... statements) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new SandboxException("A statement of the sandbox's failed: " + e.getMessage(), e);
        }
    }

    static List<List<String>> query(DataSource source, String query) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            var result = new ArrayList<List<String>>();
            if (!statement.execute(query)) {
                return result;
            }
            ResultSet rows = statement.getResultSet();
            while (rows.next()) {
                result.add(row(rows));
            }
            return List.copyOf(result);
        } catch (SQLException e) {
            throw new SandboxException("A query of the sandbox's failed: " + e.getMessage(), e);
        }
    }

    private static List<String> row(ResultSet rows) throws SQLException {
        var values = new ArrayList<String>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            values.add(Optional.ofNullable(rows.getString(column)).orElse("NULL"));
        }
        return List.copyOf(values);
    }
}
