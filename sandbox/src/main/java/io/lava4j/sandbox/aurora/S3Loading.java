package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads from S3: with the objects brought to a file that the server behind may read. */
final class S3Loading {
    private final S3Client s3;
    private final Path folder;
    private final LoadHistory history;

    S3Loading(S3Client s3, Path folder, LoadHistory history) {
        this.s3 = s3;
        this.folder = folder;
        this.history = history;
    }

    /** Refuses it or brings its objects here, for a LOAD DATA INFILE. */
    Verdict judge(S3Load load, S3Access access, Backend session) throws IOException, BackendException {
        if (!S3Role.isActive(session)) {
            return S3Errors.NO_ROLE;
        }
        Optional<Verdict.Refused> refusal = access.refusal();
        return refusal.isPresent() ? refusal.get() : fetched(load, access.errors());
    }

    private Verdict fetched(S3Load load, S3Errors errors) throws IOException {
        try {
            return fetched(load);
        } catch (S3Failure e) {
            return errors.s3(e.getMessage());
        }
    }

    /** The objects lie in one file, which goes when the load has ended, or if it cannot be filled. */
    private Verdict fetched(S3Load load) throws IOException, S3Failure {
        String uri = load.uri();
        Path file = folder.resolve("s3-" + UUID.randomUUID());
        boolean complete = false;
        try (var to = Files.newOutputStream(file)) {
            List<LoadedFile> files = new Fetching(s3, to).fetch(load.source(), uri);
            complete = true;
            return new Verdict.Awaited(
                    load.infile(file.toString()), succeeded -> ended(file, uri, succeeded ? files : List.of()));
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void ended(Path file, String uri, List<LoadedFile> files) throws IOException {
        Files.deleteIfExists(file);
        try {
            history.add(uri, files);
        } catch (SQLException e) {
            throw new IOException("The load history cannot be written: " + e.getMessage(), e);
        }
    }
}
