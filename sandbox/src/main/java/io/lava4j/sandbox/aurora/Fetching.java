package io.lava4j.sandbox.aurora;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects of one load, one after the other: those of a prefix in key order, those of a manifest in its order, the
 * manifest itself first.
 */
final class Fetching {
    private final S3Client s3;
    private final OutputStream to;
    private final List<LoadedFile> files = new ArrayList<>();

    Fetching(S3Client s3, OutputStream to) {
        this.s3 = s3;
        this.to = to;
    }

    /** What was fetched; never nothing. */
    List<LoadedFile> fetch(S3Load.Source source, String uri) throws IOException, S3Failure {
        switch (source) {
            case FILE -> files.add(s3.copy(parsed(uri), to));
            case PREFIX -> prefix(uri);
            case MANIFEST -> manifest(uri);
        }
        return List.copyOf(files);
    }

    private void prefix(String uri) throws IOException, S3Failure {
        S3Uri prefix = parsed(uri);
        for (String key : s3.keys(prefix)) {
            files.add(s3.copy(new S3Uri(prefix.bucket(), key), to));
        }
        if (files.isEmpty()) {
            throw S3Failure.of("NoSuchKey", "No object begins with '" + uri + "'");
        }
    }

    private void manifest(String uri) throws IOException, S3Failure {
        var text = new ByteArrayOutputStream();
        files.add(s3.copy(parsed(uri), text));
        for (Manifest.Entry entry : Manifest.parse(text.toByteArray()).entries()) {
            listed(entry);
        }
        if (files.size() == 1) {
            throw S3Failure.of("NoSuchKey", "None of the objects in the manifest '" + uri + "' exists");
        }
    }

    private void listed(Manifest.Entry entry) throws IOException, S3Failure {
        try {
            files.add(s3.copy(parsed(entry.url()), to));
        } catch (S3Failure e) {
            if (entry.mandatory() || !e.isMissing()) {
                throw e;
            }
        }
    }

    private static S3Uri parsed(String uri) throws S3Failure {
        return S3Uri.parse(uri)
                .orElseThrow(() -> S3Failure.of("Invalid URI", "'" + uri + "' is not s3-region://bucket/key"));
    }
}
