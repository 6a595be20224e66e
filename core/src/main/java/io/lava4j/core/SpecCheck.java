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
        specs = new SpecLoader(environment);
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
            SpecKind kind = SpecKind.of(file, parsed);
            List<Violation> violations = new ArrayList<>(faults(kind, parsed));
            duplicate(kind, file, parsed).ifPresent(violations::add);
            return new CheckedSpec(file, kind.subject(parsed), violations);
        } catch (InvalidSpecException invalid) {
            return new CheckedSpec(file, "spec", invalid.violations());
        }
    }

    private List<Violation> faults(SpecKind kind, ParsedSpec parsed) {
        try {
            return kind.faults(specs, parsed);
        } catch (PluginException unusable) {
            return List.of(unusable.fault().orElseGet(() -> new Violation("", "", unusable.getMessage())));
        }
    }

    private Optional<Violation> duplicate(SpecKind kind, Path file, ParsedSpec parsed) {
        return kind.id(parsed)
                .map(id -> seen.putIfAbsent(kind + " " + id + " in " + kind.home(file), file))
                .map(first -> new Violation(
                        parsed.positions().valuePlace(kind.idPointer()),
                        kind.idPointer(),
                        kind.subject(parsed) + " is there more than once: also in " + first));
    }
}
