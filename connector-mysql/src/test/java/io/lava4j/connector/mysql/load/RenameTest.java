package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What must hold for a RENAME is asked before each of its tries, as others change tables while it waits. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class RenameTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void aConditionThatEndsWhileItWaitsEndsItToo(Sandbox sandbox) throws SQLException {
        Database database = sandbox.mysql().newDatabase();
        database.execute("CREATE TABLE t (id INT)");
        List<String> asked = new ArrayList<>();

        try (Connection reader = database.connect();
                Statement statement = reader.createStatement();
                LoadSession session = new LoadSession(database.connect())) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT id FROM t").close();

            assertEquals(
                    "changed",
                    assertThrows(JobFailedException.class, () -> rename(database)
                                    .run(
                                            session,
                                            () -> {
                                                asked.add("asked");
                                                if (asked.size() == 3) {
                                                    throw new JobFailedException("changed");
                                                }
                                            },
                                            new StopRequest()))
                            .getMessage());
        }
        assertEquals(3, asked.size());
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
    }

    private static Rename rename(Database database) {
        return new Rename(
                List.of(new Rename.Move(new TableName(database.name(), "t"), new TableName(database.name(), "other"))),
                new LoadSettings(SHORT, SHORT, SHORT, SHORT, Duration.ofMillis(10)));
    }
}
