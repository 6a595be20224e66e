package io.lava4j.connector.mysql.aurora;

import io.lava4j.connector.mysql.MySql;
import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Aurora MySQL's {@code LOAD DATA FROM S3}, one object a statement. */
public final class AuroraS3LoadPath implements S3LoadPath {

    /** For {@link java.util.ServiceLoader}. */
    public AuroraS3LoadPath() {}

    @Override
    public Set<String> types() {
        return AuroraTypes.ALL;
    }

    @Override
    public Optional<String> refusal(LoadRequest request, Connection connection) throws SQLException {
        return new Readiness(new AuroraSession(connection)).refusal(request);
    }

    @Override
    public List<String> setUp(Connection connection) throws SQLException {
        return new AuroraSession(connection).loadRight().activation();
    }

    /** Without REPLACE it is IGNORE, said or not: its warnings are those of a local load, and are read as such. */
    @Override
    public String statement(LoadRequest request, String table, StoredObject object) {
        String duplicates = request.rules().duplicates() == Duplicates.REPLACE ? "REPLACE" : "IGNORE";
        return "LOAD DATA FROM S3 FILE "
                + MySql.literal(S3Url.of(object, request.source().store())) + " " + duplicates + " INTO TABLE " + table
                + " " + MySql.loadClauses(request);
    }

    @Override
    public Optional<String> explain(SQLException refused, Connection connection) throws SQLException {
        return new S3Errors(new AuroraSession(connection)).explain(refused);
    }

    @Override
    public Optional<Finding> check(Connection connection) throws SQLException {
        return Optional.of(new Readiness(new AuroraSession(connection)).finding());
    }

    @Override
    public Optional<String> discrepancy(LoadRequest request, Instant since, Connection connection) throws SQLException {
        return new LoadHistory(new AuroraSession(connection), since).discrepancy(request);
    }
}
