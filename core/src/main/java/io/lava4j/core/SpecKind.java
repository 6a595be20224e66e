package io.lava4j.core;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.run.SpecLoader;
import io.lava4j.core.spec.ParsedSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file holds: told by the fields that only one kind has, else by where it lies. */
enum SpecKind {
    CONNECTION("connection", "conn_id", "connections"),
    JOB("job", "job_id", "jobs"),
    REALM("realm", "realm", "");

    private final String name;
    private final String idField;
    private final String folder;

    SpecKind(String name, String idField, String folder) {
        this.name = name;
        this.idField = idField;
        this.folder = folder;
    }

    static SpecKind of(Path file, ParsedSpec parsed) {
        return Stream.of(values())
                .filter(kind -> parsed.fields().containsKey(kind.idField))
                .findFirst()
                .or(() -> Stream.of(values())
                        .filter(kind -> kind.folderOf(file).isPresent())
                        .findFirst())
                .orElseThrow(() -> new InvalidSpecException(
                        "spec",
                        List.of(new Violation(
                                file.toString(), "", "is no spec: expected a conn_id, a job_id or a realm"))));
    }

    String subject(ParsedSpec parsed) {
        return id(parsed).map(id -> name + " '" + id + "'").orElse(name);
    }

    Optional<String> id(ParsedSpec parsed) {
        return parsed.text(idField);
    }

    String idPointer() {
        return "/" + idField;
    }

    List<Violation> faults(SpecLoader specs, ParsedSpec parsed) {
        return switch (this) {
            case CONNECTION -> specs.faultsOfConnection(parsed);
            case JOB -> specs.faultsOfJob(parsed);
            case REALM -> specs.faultsOfRealm(parsed);
        };
    }

    /** Within it an id stands for one spec: two spec directories may have the same. */
    Path home(Path file) {
        return folderOf(file).orElseGet(() -> file.toAbsolutePath().getParent());
    }

    private Optional<Path> folderOf(Path file) {
        return Stream.iterate(file.toAbsolutePath().getParent(), Objects::nonNull, Path::getParent)
                .filter(parent -> parent.endsWith(folder))
                .findFirst();
    }
}
