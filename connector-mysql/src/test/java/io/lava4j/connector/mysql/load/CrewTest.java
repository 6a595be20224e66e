package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.ServerCertificate;
import io.lava4j.sandbox.ServerOptions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sessions of one load. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class CrewTest {

    private static final Report NOTHING = new Report(0, 0, 0, 0);

    @Test
    void aConnectionThatLeadsToAnotherServerIsNotUsed(Sandbox sandbox) throws SQLException {
        Database database = sandbox.mysql().newDatabase();
        Database elsewhere = sandbox.mysql(ServerOptions.standard().with(ServerCertificate.NONE))
                .newDatabase();

        try (LoadSession leader = new LoadSession(database.connect())) {
            Crew led = new Crew(leader, () -> new LoadSession(database.connect()));
            Crew astray = new Crew(leader, () -> new LoadSession(elsewhere.connect()));

            led.atOneTime(() -> {
                led.dismiss(led.hire(""));
                return NOTHING;
            });
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> astray.atOneTime(() -> {
                        astray.hire("");
                        return NOTHING;
                    }));

            assertEquals("it leads to another server than the first", refused.getMessage());
            assertEquals(List.of(leader), astray.all());
        }
    }
}
