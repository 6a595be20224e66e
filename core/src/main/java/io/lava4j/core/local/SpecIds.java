package io.lava4j.core.local;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.spec.SpecReader;
import io.lava4j.core.store.SpecStore.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ids of the specs in files. A spec's own id wins over the file's name, so each file must be read; but only once, until
 * it changes. Safe for use by several threads.
 */
final class SpecIds {

    /** A file changed a moment ago may change again within one tick of its clock, and look the same. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final String field;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param field the field that holds the id
     */
    SpecIds(String field) {
        this.field = field;
    }

    /** Those of some files that have an id. */
    List<Path> having(String id, List<Path> files) {
        known.keySet().retainAll(files);
        return files.stream().filter(file -> id(file).equals(id)).toList();
    }

    List<String> all(List<Path> files) {
        return files.stream().map(this::id).distinct().toList();
    }

    static Optional<String> id(Document document, String field) {
        return SpecReader.read(document).text(field);
    }

    private String id(Path file) {
        Optional<State> state = State.of(file);
        Known before = known.get(file);
        if (before != null && state.equals(Optional.of(before.state()))) {
            return before.id();
        }
        Instant start = Instant.now();
        String id = read(file);
        if (state.isPresent() && state.get().isOlderThan(start.minus(TICK))) {
            known.put(file, new Known(state.get(), id));
        }
        return id;
    }

    /** Of one that cannot be read or has none, the file's name. */
    private String read(Path file) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        try {
            return id(SpecFiles.read(file), field).orElse(stem);
        } catch (InvalidSpecException unreadable) {
            return stem;
        }
    }

    private record Known(State state, String id) {}

    /** What differs when a file was changed, or another took its place. */
    private record State(FileTime modified, long size, Optional<Object> key) {

        static Optional<State> of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new State(
                        attributes.lastModifiedTime(), attributes.size(), Optional.ofNullable(attributes.fileKey())));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }

        boolean isOlderThan(Instant moment) {
            return modified.toInstant().isBefore(moment);
        }
    }
}
