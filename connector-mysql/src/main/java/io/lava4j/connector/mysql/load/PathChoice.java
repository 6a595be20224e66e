package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Path;
import io.lava4j.core.spi.S3LoadPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Decides which way the data goes. */
final class PathChoice {

    private static final String COMPRESSED = "the data is compressed, and no server unpacks it";
    private static final String ASKED_FOR = "the job asks for it";

    private final String type;
    private final Optional<S3LoadPath> s3;
    private final Dialler dialler;

    /**
     * Makes it.
     *
     * @param type the connection's type, for messages
     * @param s3 how databases of this type load from S3 by themselves
     * @param dialler opens further sessions of the database
     */
    PathChoice(String type, Optional<S3LoadPath> s3, Dialler dialler) {
        this.type = type;
        this.s3 = s3;
        this.dialler = dialler;
    }

    /** Refuses what can never be; needs no server. */
    void check(LoadRequest request) {
        if (request.path() == Path.SERVER && (s3.isEmpty() || isCompressed(request))) {
            throw refused(s3.isEmpty() ? unable() : COMPRESSED);
        }
    }

    Route choose(LoadSession session, LoadRequest request) throws SQLException {
        if (request.path() == Path.CLIENT) {
            return client(ASKED_FOR);
        }
        Optional<String> refusal = refusal(session, request);
        if (refusal.isEmpty()) {
            return server(session, request.path() == Path.SERVER ? ASKED_FOR : "the server can");
        }
        if (request.path() == Path.SERVER) {
            throw refused(refusal.get());
        }
        return client(refusal.get());
    }

    private static ConfigurationException refused(String why) {
        return new ConfigurationException("load_path 'server': " + why + "; or use client or auto");
    }

    private Route client(String reason) {
        return new Route(Optional.empty(), dialler, reason, List.of());
    }

    private Route server(LoadSession session, String reason) throws SQLException {
        List<String> setUp = session.ask(connection -> s3.orElseThrow().setUp(connection));
        session.executeAll(setUp);
        return new Route(s3, dialler, setUp.isEmpty() ? reason : reason + ", after " + String.join("; ", setUp), setUp);
    }

    /** What costs least is asked first. */
    private Optional<String> refusal(LoadSession session, LoadRequest request) throws SQLException {
        if (s3.isEmpty()) {
            return Optional.of(unable());
        }
        if (isCompressed(request)) {
            return Optional.of(COMPRESSED);
        }
        Optional<String> refusal = session.ask(connection -> s3.get().refusal(request, connection));
        return refusal.isPresent() ? refusal : new LastBytes(request, session.pulse()).fault();
    }

    private static boolean isCompressed(LoadRequest request) {
        return request.format().compression() != Compression.NONE;
    }

    private String unable() {
        return "type '" + type + "' cannot load from S3 by itself";
    }
}
