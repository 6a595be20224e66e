package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Brings the objects of a load to a file that the server behind may read. */
final class S3Loading {
    private final S3Client s3;
    private final Path folder;
    private final LoadHistory history;

    S3Loading(S3Client s3, Path folder, LoadHistory history) {
        this.s3 = s3;
        this.folder = folder;
        this.history = history;
    }

    /** The objects of a URI in one file; it goes when the load has ended, or if it cannot be filled. */
    Loadable fetch(S3Load.Source source, String uri) throws IOException, S3Failure {
        Path file = folder.resolve("s3-" + UUID.randomUUID());
        boolean complete = false;
        try (var to = Files.newOutputStream(file)) {
            List<LoadedFile> files = new Fetching(s3, to).fetch(source, uri);
            complete = true;
            return new Loadable(file, succeeded -> ended(file, uri, succeeded ? files : List.of()));
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

    /** A file, and what is to be done when it was loaded or was not. */
    record Loadable(Path file, Verdict.Afterwards afterwards) {}
}
