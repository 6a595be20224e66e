package io.lava4j.connector.mysql.aurora;

import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.S3LoadPathContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
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

    /** With the role, and not active: there is something to say about what makes the session fit. */
    @Override
    protected Optional<Connection> connectionThatCan() throws SQLException {
        Database database = sandbox.aurora().newDatabase();
        sandbox.aurora().behind().execute("SET DEFAULT ROLE NONE TO " + database.user());
        return Optional.of(database.connect());
    }
}
