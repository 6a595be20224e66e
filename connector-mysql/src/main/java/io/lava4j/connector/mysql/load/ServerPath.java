package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.connector.mysql.sql.LocalLoad;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The server reads the objects itself, one statement an object. */
record ServerPath(
        LoadSession session, Dialler dialler, LoadRequest request, TableName table, S3LoadPath s3, String reason)
        implements DataPath {

    @Override
    public String name() {
        return "server";
    }

    @Override
    public boolean isOfServer() {
        return true;
    }

    @Override
    public String statement(StoredObject object) {
        return s3.statement(request, table.quoted(), object);
    }

    /** The same clauses, as the server loads no object without its rows; where it takes no local data they wait. */
    @Override
    public void rehearse() throws SQLException {
        try {
            session.load(LocalLoad.statement(request, table.quoted()), InputStream.nullInputStream());
        } catch (SQLException refused) {
            if (!ServerWarning.of(refused).refusesLocalData()) {
                throw refused;
            }
        }
    }

    @Override
    public Proof begin() throws SQLException {
        return new ReadBack(session, dialler, s3, request);
    }

    @Override
    public Loaded load(StoredObject object, LongConsumer passed) throws SQLException {
        try {
            Loaded loaded = session.load(statement(object));
            passed.accept(object.size());
            return loaded;
        } catch (SQLException refused) {
            Optional<String> behind = new S3Faults(session, s3).explain(refused);
            if (behind.isEmpty()) {
                throw refused;
            }
            throw new JobFailedException("object '" + object.uri() + "': " + behind.get(), refused);
        }
    }
}
