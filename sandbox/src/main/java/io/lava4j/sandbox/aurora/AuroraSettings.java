package io.lava4j.sandbox.aurora;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What is switched at one Aurora stand-in, kept in its database. Safe for use by many threads. */
public final class AuroraSettings {
    static final String TABLE = "aurora_stand_in.settings";

    private final RootSession root;

    AuroraSettings(DataSource root) {
        this.root = new RootSession(root);
    }

    /**
     * Switches one, for every statement that comes from now on.
     *
     * @throws IllegalArgumentException when the setting does not take the value
     * @throws IllegalStateException when the server behind does not answer
     */
    public void set(AuroraSetting setting, String value) {
        if (!value.matches(setting.expected())) {
            throw new IllegalArgumentException(
                    setting.label() + ": '" + value + "': expected what matches " + setting.expected());
        }
        try {
            root.run(connection -> update(connection, setting, value));
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** Switches all back to what they were at the start. */
    public void reset() {
        Stream.of(AuroraSetting.values()).forEach(setting -> set(setting, setting.initial()));
    }

    /**
     * All of them.
     *
     * @throws IllegalStateException when the server behind does not answer
     */
    public Map<AuroraSetting, String> values() {
        try {
            return root.run(AuroraSettings::values);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** Ends what is kept open for them. */
    void end() {
        root.end();
    }

    private static int update(Connection connection, AuroraSetting setting, String value) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE " + TABLE + " SET value = ? WHERE name = ?")) {
            update.setString(1, value);
            update.setString(2, setting.label());
            return update.executeUpdate();
        }
    }

    private static Map<AuroraSetting, String> values(Connection connection) throws SQLException {
        var values = new EnumMap<AuroraSetting, String>(AuroraSetting.class);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT UPPER(name), value FROM " + TABLE)) {
            while (rows.next()) {
                values.put(AuroraSetting.valueOf(rows.getString(1)), rows.getString(2));
            }
            return Collections.unmodifiableMap(values);
        }
    }

    /** The table; it takes no value that {@link #set} would not take. */
    static Stream<String> creation() {
        String checks = Stream.of(AuroraSetting.values())
                .map(setting -> ", CONSTRAINT " + setting.label() + " CHECK (name <> '" + setting.label()
                        + "' OR REGEXP_LIKE(value, '^(" + setting.expected() + ")$'))")
                .collect(Collectors.joining());
        String rows = Stream.of(AuroraSetting.values())
                .map(setting -> "('" + setting.label() + "', '" + setting.initial() + "')")
                .collect(Collectors.joining(", "));
        return Stream.of(
                "CREATE DATABASE IF NOT EXISTS aurora_stand_in",
                "CREATE TABLE IF NOT EXISTS " + TABLE + " (name VARCHAR(64) PRIMARY KEY, value VARCHAR(1024) NOT NULL"
                        + checks + ")",
                "INSERT IGNORE INTO " + TABLE + " VALUES " + rows);
    }

    private static IllegalStateException unavailable(SQLException cause) {
        return new IllegalStateException(
                "The settings of the Aurora stand-in, table " + TABLE + ", are out of reach: " + cause.getMessage(),
                cause);
    }
}
