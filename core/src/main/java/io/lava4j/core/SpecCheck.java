package io.lava4j.core;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.LavaException;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
                .filter(file -> !NOT_SPECS.contains(
                        directory.relativize(file).getName(0).toString()));
    }

    private CheckedSpec check(Path file) {
        String subject = "spec";
        try {
            ParsedSpec parsed = SpecReader.read(SpecFiles.read(file));
            Kind kind = Kind.of(file, parsed);
            subject = kind.subject(parsed);
            List<Violation> violations = new ArrayList<>(kind.faults(specs, parsed));
            kind.id(parsed)
                    .map(id -> seen.putIfAbsent(kind + " " + id, file))
                    .ifPresent(first -> violations.add(new Violation(
                            file.toString(), kind.idPointer(), kind.subject(parsed) + " is also in " + first)));
            return new CheckedSpec(file, subject, violations);
        } catch (InvalidSpecException invalid) {
            return new CheckedSpec(file, subject, invalid.violations());
        } catch (LavaException failed) {
            return new CheckedSpec(
                    file, subject, List.of(new Violation(file.toString(), "/type", failed.getMessage())));
        }
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
                            .filter(kind -> kind.liesIn(file))
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

        private boolean liesIn(Path file) {
            for (Path parent = file.toAbsolutePath().getParent(); parent != null; parent = parent.getParent()) {
                if (parent.getFileName() != null
                        && parent.getFileName().toString().equals(folder)) {
                    return true;
                }
            }
            return false;
        }
    }
}
