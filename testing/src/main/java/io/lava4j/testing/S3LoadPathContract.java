package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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

    private String statement(String key) {
        LoadRequest request = request(key);
        return provider().statement(request, TABLE, request.source().objects().get(0));
    }

    private static LoadRequest request(String key) {
        LoadCase load = new LoadCase();
        load.objects.add(key, "1,one\n");
        return load.into("s", "t");
    }
}
