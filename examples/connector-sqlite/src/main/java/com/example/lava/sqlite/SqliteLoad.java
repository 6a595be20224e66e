package com.example.lava.sqlite;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;

/** A load that has been checked: one transaction, one INSERT a row. */
record SqliteLoad(Connection connection, LoadRequest request, String table, String insert, int columns)
        implements LoadTarget.Prepared {

    /** Takes the connection over. */
    static SqliteLoad prepare(Connection connection, LoadRequest request) throws SQLException {
        String table = quoted(request.target().schema()) + "." + quoted(request.target().table());
        try (Statement statement = connection.createStatement();
                var nothing = statement.executeQuery("SELECT * FROM " + table + " LIMIT 0")) {
            int columns = nothing.getMetaData().getColumnCount();
            String values = String.join(", ", Collections.nCopies(columns, "?"));
            return new SqliteLoad(connection, request, table, "INSERT INTO " + table + " VALUES (" + values + ")", columns);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    @Override
    public LoadTarget.Plan plan() {
        LoadRequest.Target target = request.target();
        List<String> statements = deletes() ? List.of(delete(), insert) : List.of(insert);
        return new LoadTarget.Plan(target.schema(), target.table(), "client", "sqlite reads no S3", statements);
    }

    @Override
    public LoadTarget.Report run(Listener listener) {
        plan().statements().forEach(statement -> listener.event("statement: " + statement));
        try {
            connection.setAutoCommit(false);
            long deleted = deletes() ? emptied() : 0;
            long rows = 0;
            long bytes = 0;
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                for (StoredObject object : request.source().objects()) {
                    rows += load(object, statement);
                    bytes += object.size();
                    listener.progress(bytes, request.source().bytes());
                }
            }
            connection.commit();
            return new LoadTarget.Report(rows, 0, deleted, 0);
        } catch (SQLException | IOException failed) {
            throw failure(failed);
        }
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new JobFailedException("table '" + table + "': " + failed.getMessage(), failed);
        }
    }

    private boolean deletes() {
        return request.rules().mode() == LoadRequest.Mode.DELETE;
    }

    private String delete() {
        return "DELETE FROM " + table;
    }

    private long emptied() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(delete());
        }
    }

    private long load(StoredObject object, PreparedStatement statement) throws SQLException, IOException {
        long row = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(request.source().store().open(object), StandardCharsets.UTF_8.newDecoder()))) {
            Fields fields = new Fields(lines, request.format());
            for (String[] values = fields.next(); values.length > 0; values = fields.next()) {
                row++;
                if (Thread.interrupted()) {
                    throw new CancelledException("object '" + object.uri() + "': the load was interrupted at row " + row);
                }
                if (row <= request.format().headerLines()) {
                    continue;
                }
                if (values.length != columns) {
                    throw new JobFailedException("object '%s', row %d: has %d fields, expected %d; nothing was loaded"
                            .formatted(object.uri(), row, values.length, columns));
                }
                for (int i = 0; i < columns; i++) {
                    statement.setString(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        } catch (SQLException refused) {
            throw new SQLException("object '" + object.uri() + "', row " + row + ": " + refused.getMessage(), refused);
        }
        return Math.max(row - request.format().headerLines(), 0);
    }

    private RuntimeException failure(Exception failed) {
        String message = "table '" + table + "': " + failed.getMessage() + "; nothing was loaded";
        return Thread.interrupted()
                ? new CancelledException(message, failed)
                : new JobFailedException(message, failed);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
