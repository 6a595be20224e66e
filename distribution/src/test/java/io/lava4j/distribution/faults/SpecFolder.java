package io.lava4j.distribution.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/** A directory of specs. What is written is there in one step: a run of the job may be reading it. */
record SpecFolder(Path path) {

    void write(String name, Map<String, String> fields) {
        write(name, text("", fields));
    }

    /** Lines, and fields within the last of them. */
    void write(String name, String lines, Map<String, String> fields) {
        write(name, lines + text("  ", fields));
    }

    /** For its owner alone, as a secret must be. */
    void write(String name, String content) {
        Path file = path.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(path, "file", "");
            Files.writeString(whole, content);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String text(String indent, Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> indent + field.getKey() + ": " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
