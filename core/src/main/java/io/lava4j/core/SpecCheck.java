package io.lava4j.core;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.PluginException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.local.SpecFiles;
import io.lava4j.core.run.Environment;
import io.lava4j.core.run.SpecLoader;
import io.lava4j.core.spec.ParsedSpec;
import io.lava4j.core.spec.SpecReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Validates spec files without running anything. */
final class SpecCheck {

    private static final int DEEPEST = 50;
    private static final Set<String> NOT_SPECS = Set.of("secrets", "objects");

    private final SpecLoader specs;
    private final Map<String, Path> seen = new HashMap<>();

    SpecCheck(Environment environment) {
        specs = new SpecLoader(environment.specs(), environment.schemas());
    }

    List<CheckedSpec> check(List<Path> filesAndDirectories) {
        return filesAndDirectories.stream()
                .flatMap(path -> Files.isDirectory(path) ? below(path) : Stream.of(path))
                .distinct()
                .map(this::check)
                .toList();
    }

    private static Stream<Path> below(Path directory) {
        return SpecFiles.below(directory, DEEPEST).stream()
                .filter(file -> StreamSupport.stream(directory.relativize(file).spliterator(), false)
                        .noneMatch(part -> NOT_SPECS.contains(part.toString())));
    }

    private CheckedSpec check(Path file) {
        try {
            ParsedSpec parsed = SpecReader.read(SpecFiles.read(file));
            Kind kind = Kind.of(file, parsed);
            List<Violation> violations = new ArrayList<>(faults(kind, parsed));
            duplicate(kind, file, parsed).ifPresent(violations::add);
            return new CheckedSpec(file, kind.subject(parsed), violations);
        } catch (InvalidSpecException invalid) {
            return new CheckedSpec(file, "spec", invalid.violations());
        }
    }

    private List<Violation> faults(Kind kind, ParsedSpec parsed) {
        try {
            return kind.faults(specs, parsed);
        } catch (PluginException unusable) {
            return List.of(new Violation("", "", unusable.getMessage()));
        }
    }

    private Optional<Violation> duplicate(Kind kind, Path file, ParsedSpec parsed) {
        return kind.id(parsed)
                .map(id -> seen.putIfAbsent(kind + " " + id + " in " + kind.home(file), file))
                .map(first -> new Violation(
                        parsed.positions().valuePlace(kind.idPointer()),
                        kind.idPointer(),
                        kind.subject(parsed) + " is there more than once: also in " + first));
    }

    /** What a file holds: told by the fields that only one kind has, else by where it lies. */
    private enum Kind {
        CONNECTION("connection", "conn_id", "connections"),
        JOB("job", "job_id", "jobs"),
        REALM("realm", "realm", "");

        private final String name;
        private final String idField;
        private final String folder;

        Kind(String name, String idField, String folder) {
            this.name = name;
            this.idField = idField;
            this.folder = folder;
        }

        static Kind of(Path file, ParsedSpec parsed) {
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
}
