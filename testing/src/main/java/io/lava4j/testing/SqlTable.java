package io.lava4j.testing;

import io.lava4j.core.spi.SqlSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table of a contract, in a database that is reached by SQL. */
record SqlTable(Object connector, String schema, String table) {

    void create() {
        try (Connection connection = source().open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name(connection) + " (" + String.join(", ", LoadCase.COLUMNS) + ")");
        } catch (SQLException failed) {
            throw new AssertionError("the table cannot be made: override create()", failed);
        }
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source().open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT id, name FROM " + name(connection) + " ORDER BY id")) {
            while (found.next()) {
                rows.add(found.getString(1) + "," + found.getString(2));
            }
        } catch (SQLException failed) {
            throw new AssertionError("the table cannot be read: override rows()", failed);
        }
        return rows;
    }

    private SqlSource source() {
        if (connector instanceof SqlSource source) {
            return source;
        }
        throw new AssertionError(connector.getClass() + " is no SqlSource: override create() and rows()");
    }

    private String name(Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return quote + schema + quote + "." + quote + table + quote;
    }
}
