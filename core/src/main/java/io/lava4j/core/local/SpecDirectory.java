package io.lava4j.core.local;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spec.SpecReader;
import io.lava4j.core.spi.SpecStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Specs in a directory: {@code connections/*}, {@code jobs/**} and {@code realm}, each .json, .yaml or .yml. */
public final class SpecDirectory implements SpecStore {

    private static final int DEEPEST = 50;

    private final Path directory;
    private Map<String, List<Path>> connections;
    private Map<String, List<Path>> jobs;

    /**
     * Reads nothing yet.
     *
     * @param directory the directory
     */
    public SpecDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public synchronized Optional<Document> connection(String connId) {
        if (connections == null) {
            connections = index("connections", 1, "conn_id");
        }
        return one("connection", connId, connections);
    }

    @Override
    public synchronized Optional<Document> job(String jobId) {
        if (jobs == null) {
            jobs = index("jobs", DEEPEST, "job_id");
        }
        return one("job", jobId, jobs);
    }

    @Override
    public Optional<Document> realm(String name) {
        Optional<Document> realm = anyRealm();
        realm.flatMap(document -> id(document, "realm"))
                .filter(found -> !found.equals(name))
                .ifPresent(found -> {
                    throw new InvalidSpecException(
                            "realm '" + name + "'",
                            List.of(new Violation(
                                    realm.get().name(),
                                    "/realm",
                                    "'" + found + "': expected '" + name + "', the realm asked for")));
                });
        return realm;
    }

    /**
     * The name of the realm whose file lies in the directory.
     *
     * @return empty if there is no realm file, or it names none
     */
    public Optional<String> realmName() {
        return anyRealm().flatMap(document -> id(document, "realm"));
    }

    @Override
    public String description() {
        return "directory '" + directory + "'";
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private Optional<Document> anyRealm() {
        List<Path> files = Stream.of("realm.json", "realm.yaml", "realm.yml")
                .map(directory::resolve)
                .filter(java.nio.file.Files::exists)
                .toList();
        return one("realm", "", Map.of("", files));
    }

    private Map<String, List<Path>> index(String folder, int depth, String idField) {
        return SpecFiles.below(directory.resolve(folder), depth).stream()
                .collect(Collectors.groupingBy(file -> id(file, idField), HashMap::new, Collectors.toList()));
    }

    private static Optional<Document> one(String kind, String id, Map<String, List<Path>> index) {
        List<Path> files = index.getOrDefault(id, List.of());
        if (files.size() > 1) {
            String others = files.stream().map(Path::toString).collect(Collectors.joining(" and "));
            throw new InvalidSpecException(
                    id.isEmpty() ? kind : kind + " '" + id + "'",
                    List.of(new Violation(files.get(0).toString(), "", "is there more than once: in " + others)));
        }
        return files.stream().findFirst().map(SpecFiles::read);
    }

    /** A spec's own id; of one that cannot be read or has none, the file's name. */
    private static String id(Path file, String field) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        try {
            return id(SpecFiles.read(file), field).orElse(stem);
        } catch (InvalidSpecException unreadable) {
            return stem;
        }
    }

    private static Optional<String> id(Document document, String field) {
        return SpecReader.read(document).text(field);
    }
}
