package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link S3LoadPath} must keep to, as far as no S3 is needed. */
public abstract class S3LoadPathContract {

    private static final String TABLE = "`s`.`beside the t`";

    /** For subclasses. */
    protected S3LoadPathContract() {}

    /**
     * Makes the provider. Asked many times.
     *
     * @return a new one
     */
    protected abstract S3LoadPath provider();

    /**
     * A session of a database that cannot load from S3, of a kind that the path is asked about.
     *
     * @return the session, which the contract closes
     * @throws SQLException if it cannot be opened
     */
    protected abstract Connection connectionThatCannot() throws SQLException;

    /**
     * A session of a database that can load {@code s3://contract/part-0} in eu-west-1, as far as {@link
     * S3LoadPath#refusal} sees. No such object need be there.
     *
     * @return the session, which the contract closes; by default none: then the tests that need it are skipped
     * @throws SQLException if it cannot be opened
     */
    protected Optional<Connection> connectionThatCan() throws SQLException {
        return Optional.empty();
    }

    @Test
    void itsTypesAreNamesInLowerCase() {
        assertFalse(provider().types().isEmpty(), "types() is empty: a provider serves at least one");
        provider().types().forEach(type -> assertEquals(type.toLowerCase(Locale.ROOT), type));
    }

    @Test
    void itsProviderReadsAndWritesNothing() throws IOException {
        assertEquals(List.of(), IoWatch.during(() -> provider().types()));
    }

    @Test
    void aRefusalHasAReasonAndLeavesTheSessionOpen() throws SQLException {
        try (Connection connection = connectionThatCannot()) {
            Optional<String> refusal = provider().refusal(request("part-0"), connection);

            assertTrue(
                    refusal.filter(reason -> !reason.isBlank()).isPresent(), "it was not refused, or without a reason");
            assertFalse(connection.isClosed(), "the session was closed: its owner does that");
        }
    }

    @Test
    void anErrorOfTheDataIsNotExplainedWhateverItsWords() throws SQLException {
        SQLException ofTheData = new SQLException("Duplicate entry 'S3 API returned error: access denied'", "23000");
        try (Connection connection = connectionThatCannot()) {
            assertEquals(Optional.empty(), provider().explain(ofTheData, connection));
            assertFalse(connection.isClosed(), "the session was closed: its owner does that");
        }
    }

    @Test
    void whatCanIsNotRefusedAndLeftAsItIs() throws SQLException {
        try (Connection connection = fit()) {
            List<String> before = provider().setUp(connection);

            assertEquals(Optional.empty(), provider().refusal(request("part-0"), connection));
            assertEquals(before, provider().setUp(connection), "refusal() has changed the session");
            assertFalse(connection.isClosed(), "the session was closed: its owner does that");
        }
    }

    @Test
    void whatMakesASessionFitIsSaidAndNotDone() throws SQLException {
        try (Connection connection = fit()) {
            List<String> statements = provider().setUp(connection);

            assertTrue(statements.stream().noneMatch(String::isBlank), statements::toString);
            assertEquals(statements, provider().setUp(connection), "setUp() has changed the session by itself");
            assertFalse(connection.isClosed(), "the session was closed: its owner does that");
        }
    }

    /** No object was loaded: that is a difference, or no records are kept, or they cannot be read. */
    @Test
    void aDifferenceIsSaidInWordsAndTheSessionStaysOpen() throws SQLException {
        try (Connection connection = fit()) {
            assertFalse(discrepancy(connection).filter(String::isBlank).isPresent(), "a difference without words");
            assertFalse(connection.isClosed(), "the session was closed: its owner does that");
        }
    }

    @Test
    void aStatementIsTheSameWheneverItIsAskedForAndNamesTheTableItIsGiven() {
        String statement = statement("part-0");

        assertEquals(statement, statement("part-0"));
        assertTrue(statement.contains(TABLE), statement);
    }

    @Test
    void aKeyIsALiteralWhateverItHolds() {
        String quoted = statement("part-'; DROP TABLE t; --");

        assertFalse(quoted.contains("part-'; DROP"), quoted);
    }

    @Test
    void oneProviderGivesStatementsToSeveralThreads() throws Exception {
        S3LoadPath shared = provider();
        LoadRequest request = request("part-0");
        StoredObject object = request.source().objects().get(0);
        assertEquals(
                1,
                AtOnce.run(i -> () -> shared.statement(request, TABLE, object)).stream()
                        .distinct()
                        .count());
    }

    private Connection fit() throws SQLException {
        Optional<Connection> given = connectionThatCan();
        assumeTrue(given.isPresent(), "connectionThatCan() gives none");
        return given.get();
    }

    private Optional<String> discrepancy(Connection connection) {
        try {
            return provider().discrepancy(request("part-0"), Instant.now(), connection);
        } catch (SQLException unreadable) {
            return Optional.empty();
        }
    }

    private String statement(String key) {
        LoadRequest request = request(key);
        return provider().statement(request, TABLE, request.source().objects().get(0));
    }

    private static LoadRequest request(String key) {
        LoadCase load = new LoadCase();
        load.objects.region = Optional.of("eu-west-1");
        load.objects.add(key, "1,one\n");
        return load.into("s", "t");
    }
}
