package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Path;
import io.lava4j.core.spi.S3LoadPath;
import java.sql.SQLException;
import java.util.Optional;

/** Decides which way the data goes. */
final class PathChoice {

    private final String type;
    private final Optional<S3LoadPath> s3;

    /**
     * Makes it.
     *
     * @param type the connection's type, for messages
     * @param s3 how databases of this type load from S3 by themselves
     */
    PathChoice(String type, Optional<S3LoadPath> s3) {
        this.type = type;
        this.s3 = s3;
    }

    /** Refuses what can never be; needs no server. */
    void check(LoadRequest request) {
        if (request.path() == Path.SERVER && s3.isEmpty()) {
            throw new ConfigurationException("load_path 'server': " + unable() + "; use client or auto");
        }
    }

    DataPath choose(LoadSession session, LoadRequest request, TableName table, int fields) throws SQLException {
        if (request.path() == Path.CLIENT) {
            return new ClientPath(session, request, table, fields, "the job asks for it");
        }
        Optional<String> refusal = refusal(session, request);
        if (refusal.isEmpty()) {
            String reason = request.path() == Path.SERVER ? "the job asks for it" : "the server can";
            return new ServerPath(session, request, table, s3.orElseThrow(), reason);
        }
        if (request.path() == Path.SERVER) {
            throw new ConfigurationException("load_path 'server': " + refusal.get());
        }
        return new ClientPath(session, request, table, fields, refusal.get());
    }

    private Optional<String> refusal(LoadSession session, LoadRequest request) throws SQLException {
        return s3.isEmpty()
                ? Optional.of(unable())
                : session.ask(connection -> s3.get().refusal(request, connection));
    }

    private String unable() {
        return "type '" + type + "' cannot load from S3 by itself";
    }
}
