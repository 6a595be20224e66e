package com.example.paper;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.store.SpecStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Specs in a pile of papers: {@code pile:DIR} has {@code DIR/REALM/job-ID} and {@code DIR/REALM/connection-ID}. */
public final class Pile implements SpecStore {

    private final Path directory;

    /** For the service loader. */
    public Pile() {
        this(Path.of(""));
    }

    private Pile(Path directory) {
        this.directory = directory;
    }

    @Override
    public String scheme() {
        return "pile";
    }

    @Override
    public SpecStore at(String place) {
        return new Pile(Path.of(place));
    }

    @Override
    public Optional<Document> connection(String realm, String connId) {
        return paper(realm, "connection-" + connId);
    }

    @Override
    public Optional<Document> job(String realm, String jobId) {
        return paper(realm, "job-" + jobId);
    }

    @Override
    public Optional<Document> realm(String name) {
        return Optional.empty();
    }

    @Override
    public String description(String realm) {
        return "pile '" + directory.resolve(realm) + "'";
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private Optional<Document> paper(String realm, String name) {
        Path paper = directory.resolve(realm).resolve(name);
        if (!Files.exists(paper)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Document(paper.toString(), directory, Format.YAML, Files.readString(paper)));
        } catch (IOException unreadable) {
            throw new ConfigurationException("paper '" + paper + "' cannot be read: " + unreadable, unreadable);
        }
    }
}
