package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Path;
import io.lava4j.core.spi.S3LoadPath;
import java.sql.SQLException;
import java.util.Optional;

/** Decides which way the data goes. */
final class PathChoice {

    private static final String COMPRESSED = "the data is compressed, and no server unpacks it";

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
        if (request.path() == Path.SERVER && (s3.isEmpty() || isCompressed(request))) {
            String why = s3.isEmpty() ? unable() : COMPRESSED;
            throw new ConfigurationException("load_path 'server': " + why + "; use client or auto");
        }
    }

    Route choose(LoadSession session, LoadRequest request) throws SQLException {
        if (request.path() == Path.CLIENT) {
            return new Route(Optional.empty(), "the job asks for it");
        }
        Optional<String> refusal = refusal(session, request);
        if (refusal.isEmpty()) {
            return new Route(s3, request.path() == Path.SERVER ? "the job asks for it" : "the server can");
        }
        if (request.path() == Path.SERVER) {
            throw new ConfigurationException("load_path 'server': " + refusal.get());
        }
        return new Route(Optional.empty(), refusal.get());
    }

    private Optional<String> refusal(LoadSession session, LoadRequest request) throws SQLException {
        if (s3.isEmpty()) {
            return Optional.of(unable());
        }
        return isCompressed(request)
                ? Optional.of(COMPRESSED)
                : session.ask(connection -> s3.get().refusal(request, connection));
    }

    private static boolean isCompressed(LoadRequest request) {
        return request.format().compression() != Compression.NONE;
    }

    private String unable() {
        return "type '" + type + "' cannot load from S3 by itself";
    }
}
