package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.S3LoadPathContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class AuroraS3LoadPathContractTest extends S3LoadPathContract {

    private Sandbox sandbox;

    @BeforeEach
    void in(Sandbox given) {
        sandbox = given;
    }

    @Override
    protected S3LoadPath provider() {
        return new AuroraS3LoadPath();
    }

    @Override
    protected Connection connectionThatCannot() throws SQLException {
        return sandbox.mysql().newDatabase().connect();
    }

    /** The role is granted and not active: there is something to say about what makes it fit. */
    @Override
    protected Optional<Connection> connectionThatCan() throws SQLException {
        Database database = sandbox.aurora().newDatabase();
        sandbox.aurora().behind().execute("GRANT AWS_LOAD_S3_ACCESS TO " + database.user());
        return Optional.of(database.connect());
    }

    @Test
    void theSessionThatCanLacksAnActiveRole() throws SQLException {
        try (Connection session = connectionThatCan().orElseThrow()) {
            assertEquals(List.of("SET ROLE ALL"), provider().setUp(session));
        }
    }
}
