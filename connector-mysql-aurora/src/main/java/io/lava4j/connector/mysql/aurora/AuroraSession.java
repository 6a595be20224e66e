package io.lava4j.connector.mysql.aurora;

import io.lava4j.connector.mysql.MySql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a session tells of its server and its user.
 *
 * @param connection the session
 */
record AuroraSession(Connection connection) {

    private static final String CONNECTION_LOST = "08";

    /** Such as {@code 3.08.0}; empty when the server is not Aurora MySQL. */
    Optional<String> version() throws SQLException {
        return orEmpty("SELECT aurora_version()");
    }

    /** A cluster parameter, an empty text when it is not set; empty when the server does not tell it. */
    Optional<String> parameter(String name) throws SQLException {
        return orEmpty("SELECT COALESCE(@@" + name + ", '')");
    }

    /** The user as a statement names it. */
    String user() throws SQLException {
        String account = texts("SELECT CURRENT_USER()").get(0);
        int at = account.lastIndexOf('@');
        return MySql.literal(account.substring(0, at)) + "@" + MySql.literal(account.substring(at + 1));
    }

    /** The right to load from S3, which is a role since version 3. */
    LoadRight loadRight() throws SQLException {
        return version().orElse("").matches("[12]\\..*") ? LoadRight.privilege(this) : LoadRight.role(this);
    }

    /** The first column of an answer. */
    List<String> texts(String query, String... parameters) throws SQLException {
        return rows(query, row -> row.getString(1), parameters);
    }

    <T> List<T> rows(String query, Row<T> reader, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(result));
                }
                return rows;
            }
        }
    }

    private Optional<String> orEmpty(String query) throws SQLException {
        try {
            return Optional.of(texts(query).get(0));
        } catch (SQLException unknown) {
            if (String.valueOf(unknown.getSQLState()).startsWith(CONNECTION_LOST)) {
                throw unknown;
            }
            return Optional.empty();
        }
    }

    /** Reads one row of an answer. */
    interface Row<T> {

        /** Reads it. */
        T read(ResultSet row) throws SQLException;
    }
}
