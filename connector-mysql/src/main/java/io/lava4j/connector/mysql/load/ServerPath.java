package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** The server reads the objects itself, one statement an object. */
record ServerPath(LoadSession session, LoadRequest request, TableName table, S3LoadPath s3, String reason)
        implements DataPath {

    @Override
    public String name() {
        return "server";
    }

    @Override
    public String statement(StoredObject object) {
        return s3.statement(request, table.quoted(), object);
    }

    /** The S3 load path has looked at what it needs; there is no statement without data. */
    @Override
    public void rehearse() {}

    @Override
    public Loaded load(StoredObject object, LongConsumer passed) throws SQLException {
        Loaded loaded = session.load(statement(object));
        passed.accept(object.size());
        return loaded;
    }
}
