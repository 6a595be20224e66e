package io.lava4j.core.local;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.store.SpecStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Specs in a directory: {@code connections/*}, {@code jobs/**} and {@code realm}, each .json, .yaml or .yml. */
public final class SpecDirectory implements SpecStore {

    private static final int DEEPEST = 50;

    private final Path directory;
    private final SpecIds connections = new SpecIds("conn_id");
    private final SpecIds jobs = new SpecIds("job_id");

    /**
     * Reads nothing yet.
     *
     * @param directory the directory
     */
    public SpecDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Document> connection(String realm, String connId) {
        return one("connection '" + connId + "'", connections.having(connId, connectionFiles()));
    }

    @Override
    public Optional<Document> job(String realm, String jobId) {
        return one("job '" + jobId + "'", jobs.having(jobId, jobFiles()));
    }

    @Override
    public Optional<Document> realm(String name) {
        Optional<Document> realm = anyRealm();
        realm.flatMap(document -> SpecIds.id(document, "realm"))
                .filter(found -> !found.equals(name))
                .ifPresent(found -> {
                    throw new InvalidSpecException(
                            "realm '" + name + "'",
                            List.of(new Violation(
                                    realm.get().name(),
                                    "/realm",
                                    "'" + found + "': expected '" + name
                                            + "', the realm asked for; name this one, or other specs")));
                });
        return realm;
    }

    /**
     * The name of the realm whose file lies in the directory.
     *
     * @return empty if there is no realm file, or it names none
     */
    public Optional<String> realmName() {
        return anyRealm().flatMap(document -> SpecIds.id(document, "realm"));
    }

    @Override
    public Collection<String> connections(String realm) {
        return connections.all(connectionFiles());
    }

    @Override
    public Collection<String> jobs(String realm) {
        return jobs.all(jobFiles());
    }

    @Override
    public String description(String realm) {
        return "directory '" + (directory.toString().isEmpty() ? directory.toAbsolutePath() : directory) + "'";
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private Optional<Document> anyRealm() {
        requireDirectory();
        List<Path> files = Stream.of("realm.json", "realm.yaml", "realm.yml")
                .map(directory::resolve)
                .filter(Files::exists)
                .toList();
        return one("realm", files);
    }

    private List<Path> connectionFiles() {
        return files("connections", 1);
    }

    private List<Path> jobFiles() {
        return files("jobs", DEEPEST);
    }

    /** Looked for at every call: files come and go while an engine lives. */
    private List<Path> files(String folder, int depth) {
        requireDirectory();
        return SpecFiles.below(directory.resolve(folder), depth);
    }

    private void requireDirectory() {
        if (!Files.isDirectory(directory)) {
            throw new ConfigurationException("specs '" + directory
                    + "': there is no such directory; check where specs are looked for (--specs or LAVA_SPECS)");
        }
    }

    private static Optional<Document> one(String subject, List<Path> files) {
        if (files.size() > 1) {
            String others = files.stream().map(Path::toString).collect(Collectors.joining(" and "));
            throw new InvalidSpecException(
                    subject,
                    List.of(new Violation(
                            files.get(0).toString(),
                            "",
                            "is there more than once: in " + others + "; keep one, or give the other another name")));
        }
        return files.stream().findFirst().map(SpecFiles::read);
    }
}
