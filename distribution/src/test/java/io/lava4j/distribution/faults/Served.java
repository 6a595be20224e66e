package io.lava4j.distribution.faults;

import io.lava4j.sandbox.DatabaseServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server as trials use it, which ask it much: each thread keeps its session as root. */
final class Served {

    private final Ground ground;
    private final int port;
    private final DatabaseServer server;
    private final ThreadLocal<Optional<Connection>> root = ThreadLocal.withInitial(Optional::empty);

    /**
     * Makes it.
     *
     * @param ground which
     * @param port that clients dial
     * @param server the server itself, past what stands before it
     */
    Served(Ground ground, int port, DatabaseServer server) {
        this.ground = ground;
        this.port = port;
        this.server = server;
    }

    Ground ground() {
        return ground;
    }

    int port() {
        return port;
    }

    DatabaseServer server() {
        return server;
    }

    void execute(String... statements) {
        for (String sql : statements) {
            ask(statement -> {
                statement.execute(sql);
                return List.of();
            });
        }
    }

    List<List<String>> query(String sql) {
        return ask(statement -> {
            try (ResultSet rows = statement.executeQuery(sql)) {
                return texts(rows);
            }
        });
    }

    /** Once more on a new session where the server has ended the one at hand. */
    private List<List<String>> ask(Question question) {
        try {
            if (root.get().filter(Served::isAlive).isEmpty()) {
                root.set(Optional.of(server.connect()));
            }
            try (Statement statement = root.get().get().createStatement()) {
                return question.ask(statement);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    private static boolean isAlive(Connection connection) {
        try {
            return connection.isValid(5);
        } catch (SQLException gone) {
            return false;
        }
    }

    private static List<List<String>> texts(ResultSet rows) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.add(String.valueOf(rows.getString(column)));
            }
            all.add(row);
        }
        return all;
    }

    private interface Question {

        List<List<String>> ask(Statement statement) throws SQLException;
    }
}
