package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.LoadClauses;
import io.lava4j.connector.mysql.sql.LocalLoad;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.connector.mysql.stream.CountedStream;
import io.lava4j.connector.mysql.stream.Decompression;
import io.lava4j.connector.mysql.stream.HandedStream;
import io.lava4j.connector.mysql.stream.RowFormat;
import io.lava4j.connector.mysql.stream.ScannedStream;
import io.lava4j.connector.mysql.stream.ServerReader;
import io.lava4j.connector.mysql.stream.TerminatedStream;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** This process reads the objects and feeds them to the server, one statement an object. */
final class ClientPath implements DataPath {

    private final LoadSession session;
    private final LoadRequest request;
    private final LoadClauses clauses;
    private final RowFormat rows;
    private final String statement;
    private final String reason;

    ClientPath(LoadSession session, LoadRequest request, TableName table, int fields, String reason) {
        this.session = session;
        this.request = request;
        this.clauses = LoadClauses.of(request);
        this.rows = RowFormat.of(clauses, fields, session.isMariaDb() ? ServerReader.MARIADB : ServerReader.MYSQL);
        this.statement = LocalLoad.statement(request, table.quoted());
        this.reason = reason;
    }

    @Override
    public String name() {
        return "client";
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public String statement(StoredObject object) {
        return statement;
    }

    @Override
    public void rehearse() throws SQLException {
        session.load(statement, InputStream.nullInputStream());
    }

    @Override
    public Loaded load(StoredObject object, LongConsumer passed) throws SQLException {
        try (InputStream bytes = request.source().store().open(object);
                InputStream content = Decompression.of(
                        new CountedStream(bytes, passed), request.format().compression())) {
            TerminatedStream complete =
                    new TerminatedStream(content, clauses.separators().terminator());
            ScannedStream scanned = new ScannedStream(complete, object.uri(), rows);
            Loaded loaded = hand(object, scanned);
            return clauses.format().quote().isEmpty() ? loaded : loaded.scanned(scanned.rows());
        } catch (IOException unclosable) {
            throw new JobFailedException(broken(object, unclosable), unclosable);
        }
    }

    private Loaded hand(StoredObject object, InputStream data) throws SQLException {
        HandedStream handed = new HandedStream(data, session.pulse(), session::abort);
        try {
            return session.load(statement, handed);
        } catch (SQLException | RuntimeException consequence) {
            Throwable cause = handed.failure().orElse(null);
            if (cause == null) {
                throw consequence;
            }
            // The driver says "Unable to open file", whatever it was.
            throw new JobFailedException(broken(object, cause), cause);
        }
    }

    private static String broken(StoredObject object, Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return said.contains(object.uri()) ? said : "object '" + object.uri() + "' cannot be read: " + said;
    }
}
