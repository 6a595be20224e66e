package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table is called what it is called: neither the driver nor the server reads more into it. */
@ExtendWith(SandboxExtension.class)
class NamesTest {

    private static final List<String> NAMES = List.of(
            "a{fn now()}b",
            "/*`{fn a}",
            "{d '2020-01-01'}",
            "back\\",
            "\\`?",
            "what?",
            "it's",
            "-- x",
            "#x",
            "a\"b",
            "; drop table t");

    static Stream<Arguments> everyName() {
        return Stream.of(Product.values()).flatMap(product -> NAMES.stream().map(name -> Arguments.of(product, name)));
    }

    @ParameterizedTest
    @MethodSource("everyName")
    void rowsGoIntoTheTableOfThatName(Product product, String name, Sandbox sandbox) throws SQLException {
        Database database = product.in(sandbox).newDatabase();
        String quoted = "`" + name.replace("`", "``") + "`";
        statement(database, "CREATE TABLE " + quoted + " (id INT, " + quoted + " VARCHAR(10))");
        statement(database, "CREATE TABLE lava_runs (run_id VARCHAR(64) PRIMARY KEY, written TIMESTAMP DEFAULT NOW())");

        load(database, name).of("1,one\n").run();
        load(database, name)
                .mode(Mode.DELETE)
                .columns("id INT", quoted + " TEXT")
                .of("2,two\n")
                .run();
        load(database, name).mode(Mode.TRUNCATE).of("3,three\n").run();
        load(database, name).of("4,four\n").run();

        assertEquals(List.of("3 three", "4 four"), rows(database, "SELECT * FROM " + quoted + " ORDER BY id"));
        assertEquals(
                List.of("2"),
                rows(
                                database,
                                "SELECT COUNT(*), '' FROM information_schema.tables"
                                        + " WHERE table_schema = DATABASE()")
                        .stream()
                        .map(String::strip)
                        .toList());
    }

    private static Load load(Database database, String name) {
        return Load.into(database, name).with("preserve_case", true);
    }

    private static void statement(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static List<String> rows(Database database, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    rows.add(row.getString(1) + " " + row.getString(2));
                }
            }
        }
        return rows;
    }
}
