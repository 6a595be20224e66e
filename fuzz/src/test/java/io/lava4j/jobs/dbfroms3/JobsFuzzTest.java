package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Json;
import io.lava4j.fuzz.Seeded;
import io.lava4j.fuzz.Server;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole jobs into tables of hostile names, in every mode: the rows are where they are meant to be, and nowhere else. */
@ExtendWith(SandboxExtension.class)
final class JobsFuzzTest {

    private static final int SOME = 12;
    private static final List<String> MODES = List.of("append", "abort", "delete", "truncate", "drop");

    @TempDir
    private Path specs;

    @ParameterizedTest
    @EnumSource
    void rowsGoWhereTheyAreMeantToGo(Server server, Sandbox sandbox) throws Exception {
        Database database = server.newDatabase(sandbox);
        write("realm.yaml", "realm: dev\n");
        write("objects/b/data.csv", "1,one\n2,N'A\n");
        Files.setPosixFilePermissions(
                write("secrets/lava/dev/pw", database.password()), PosixFilePermissions.fromString("rw-------"));
        write(
                "connections/dwh.yaml",
                "{conn_id: dwh, type: mysql, enabled: true, preserve_case: true, host: %s, port: %d, database: %s, user: %s, password: /lava/dev/pw}"
                        .formatted(database.host(), database.port(), database.name(), database.user()));
        try (Connection connection = Server.connect(database);
                Lava lava = Lava.builder().specs(specs).realm("dev").build()) {
            for (int number = 0; number < Seeded.cases(SOME); number++) {
                job(number, lava, connection, database.name());
            }
        }
        Seeded.tell("jobs " + server, Seeded.cases(SOME));
    }

    private void job(int number, Lava lava, Connection connection, String schema) throws IOException, SQLException {
        Choices data = Seeded.choices(number);
        String table = Server.name(data);
        String one = Server.name(data) + "1";
        String other = Server.name(data) + "2";
        String mode = MODES.get(number % MODES.size());
        run(connection, "CREATE TABLE " + quoted(table) + " (" + quoted(one) + " TEXT, " + quoted(other) + " TEXT)");
        if (!mode.equals("abort")) {
            run(connection, "INSERT INTO " + quoted(table) + " VALUES ('0', 'old')");
        }
        String columns = Json.string(data, quoted(one) + " TEXT") + "," + Json.string(data, quoted(other) + " TEXT");
        write(
                "jobs/load.json",
                """
                {"job_id": "load", "type": "db_from_s3", "enabled": true, "parameters": {"db_conn_id": "dwh", "bucket": "b",
                "key": "data.csv", "jinja": false, "schema": "%s", "table": %s, "mode": "%s", "columns": [%s],
                "args": ["DELIMITER ','", "NULL 'N\\\\'A'"]}}"""
                        .formatted(schema, Json.string(data, table), mode, columns));

        JobResult result = lava.run(JobRequest.job("load"));

        assertEquals(
                0, result.exitStatus(), () -> "case " + number + ", " + mode + ", [" + table + "]: " + result.toJson());
        assertEquals(
                mode.equals("append") ? List.of("0 old", "1 one", "2 null") : List.of("1 one", "2 null"),
                rows(connection, table));
        assertEquals(List.of(table), tables(connection));
        run(connection, "DROP TABLE " + quoted(table));
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        return texts(connection, "SELECT * FROM " + quoted(table) + " ORDER BY 1", 2);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return texts(connection, "SHOW TABLES", 1);
    }

    private static List<String> texts(Connection connection, String query, int columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1) + (columns > 1 ? " " + row.getString(2) : ""));
            }
        }
        return rows;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private Path write(String name, String content) throws IOException {
        Path file = specs.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
