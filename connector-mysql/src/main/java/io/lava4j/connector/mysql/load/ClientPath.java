package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.LoadClauses;
import io.lava4j.connector.mysql.sql.LocalLoad;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.connector.mysql.stream.RowFormat;
import io.lava4j.connector.mysql.stream.ScannedStream;
import io.lava4j.connector.mysql.stream.ServerReader;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongConsumer;

/** This process reads the objects and feeds them to the server, one statement an object. */
final class ClientPath implements DataPath {

    private final LoadSession session;
    private final ObjectReading reading;
    private final String statement;
    private final PartPath parts;
    private final String reason;

    ClientPath(LoadSession session, LoadRequest request, TableName table, int fields, String reason) {
        ServerReader reader = session.isMariaDb() ? ServerReader.MARIADB : ServerReader.MYSQL;
        this.session = session;
        this.reading = new ObjectReading(request, RowFormat.of(LoadClauses.of(request), fields, reader));
        this.statement = LocalLoad.statement(request, table.quoted());
        this.parts = new PartPath(reading, LocalLoad.statementOfPart(request, table.quoted()));
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
    public Optional<PartPath> parts() {
        return Optional.of(parts);
    }

    @Override
    public Loaded load(StoredObject object, LongConsumer passed) throws SQLException {
        try (ScannedStream rows = reading.open(object, passed)) {
            Loaded loaded = new Feed(session, statement).with(object, rows);
            return reading.isCounted() ? loaded.scanned(rows.rows()) : loaded;
        } catch (IOException unclosable) {
            throw ObjectReading.broken(object, unclosable);
        }
    }
}
