package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SqlSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a connector must keep to that is a {@link SqlSource}. */
public abstract class SqlSourceContract extends ConnectorContract {

    private static final int SECONDS = 10;

    /** For subclasses. */
    protected SqlSourceContract() {}

    @Test
    void eachCallOpensAConnectionOfItsOwnWithAutocommit() throws SQLException {
        try (Connector connector = connect();
                Connection first = source(connector).open();
                Connection second = source(connector).open()) {
            assertNotSame(first, second);
            assertTrue(first.isValid(SECONDS) && second.isValid(SECONDS), "an opened connection is not valid");
            assertTrue(first.getAutoCommit() && second.getAutoCommit(), "autocommit is off");
        }
    }

    @Test
    void connectionsAreOpenedFromSeveralThreads() throws Exception {
        try (Connector connector = connect()) {
            List<Boolean> valid = AtOnce.run(i -> () -> {
                try (Connection connection = source(connector).open()) {
                    return connection.isValid(SECONDS);
                }
            });
            assertEquals(List.of(true, true, true, true), valid);
        }
    }

    @Test
    void whatLeadsNowhereIsAnSqlExceptionOrOneOfOurs() {
        try (Connector connector = connect(connection().unreachable(), context(this::credentials))) {
            assertOfOurTypes(assertThrows(
                    Exception.class,
                    () -> source(connector).open().close(),
                    "open() gave a connection to what leads nowhere"));
        }
    }

    @Test
    void anErrorOfTheCredentialsComesOutAsItIs() {
        CredentialsException trouble = new CredentialsException("parameter 'contract': there is none");
        LentContext context = context(() -> {
            throw trouble;
        });
        try (Connector connector = connect(fields(), context)) {
            Optional<Exception> thrown = thrown(connector);
            assertEquals(context.readings.get() > 0 ? Optional.of(trouble) : Optional.empty(), thrown);
        }
    }

    @Test
    void refusedCredentialsAreAskedForOnceMoreAndThenAnErrorOfOurs() {
        Secret wrong = new Secret("not-the-password-" + System.nanoTime());
        LentContext context = context(() -> new Credentials(credentials().user(), wrong, Optional.empty()));
        try (Connector connector = connect(fields(), context)) {
            Optional<Exception> refused = thrown(connector);
            if (context.readings.get() > 0 && refused.isPresent()) {
                assertEquals(CredentialsException.class, refused.get().getClass(), refused.get()::toString);
                assertEquals(1, context.renewals.get(), "renewed() is to be asked once after a refusal");
            }
        }
        told.assertSilentOn(wrong);
    }

    private Optional<Exception> thrown(Connector connector) {
        try {
            source(connector).open().close();
            return Optional.empty();
        } catch (SQLException | RuntimeException failed) {
            return Optional.of(told.add(failed));
        }
    }

    private void assertOfOurTypes(Exception failed) {
        told.add(failed);
        assertTrue(
                failed instanceof SQLException || failed instanceof LavaException,
                () -> "neither an SQLException nor a LavaException: " + failed);
    }

    private SqlSource source(Connector connector) {
        return as(SqlSource.class, connector);
    }
}
