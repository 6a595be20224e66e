package io.lava4j.core.local;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.store.SpecStore.Document;
import io.lava4j.core.store.SpecStore.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Spec files: which files are, and what they hold. */
public final class SpecFiles {

    private static final int LARGEST = 1 << 20;

    private SpecFiles() {}

    /**
     * Whether a file is a spec, by its name.
     *
     * @param name a file name or path
     * @return true when it ends in .json, .yaml or .yml, in any case
     */
    public static boolean isSpec(String name) {
        return format(name).isPresent();
    }

    /**
     * Reads a spec file.
     *
     * @param file the file
     * @return its text
     * @throws InvalidSpecException if it is missing, too large, not UTF-8, or cannot be read
     */
    public static Document read(Path file) {
        if (Files.notExists(file)) {
            throw fault(file, "there is no such file; check the path", null);
        }
        if (Files.isDirectory(file)) {
            throw fault(file, "is a directory: expected a file; name one in it", null);
        }
        Format format = format(file.toString())
                .orElseThrow(
                        () -> fault(file, "is no spec file: expected a name that ends in .json, .yaml or .yml", null));
        try {
            String text = SmallFile.text(file, LARGEST)
                    .orElseThrow(() -> fault(file, "is larger than " + LARGEST + " bytes; is it a spec?", null));
            Path directory = file.toAbsolutePath().getParent();
            return new Document(file.toString(), directory, format, text);
        } catch (CharacterCodingException notUtf8) {
            throw fault(file, "is not UTF-8 text; save it in UTF-8", notUtf8);
        } catch (IOException unreadable) {
            throw fault(file, "cannot be read: " + unreadable.getMessage() + "; check the rights on it", unreadable);
        }
    }

    /**
     * The spec files below a directory; as in a shell, {@code *} is no name that begins with a dot.
     *
     * @param directory where to look; need not exist
     * @param depth how many levels down, from 1
     * @return the files, sorted
     */
    public static List<Path> below(Path directory, int depth) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory, depth)) {
            return files.filter(file -> isSpec(file.toString()) && Files.isRegularFile(file))
                    .filter(file -> !isHidden(directory.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw fault(
                    directory, "cannot be read: " + unreadable.getMessage() + "; check the rights on it", unreadable);
        }
    }

    private static boolean isHidden(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    private static Optional<Format> format(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return Optional.of(Format.JSON);
        }
        return name.endsWith(".yaml") || name.endsWith(".yml") ? Optional.of(Format.YAML) : Optional.empty();
    }

    private static InvalidSpecException fault(Path file, String message, Exception cause) {
        return new InvalidSpecException(
                "spec '" + file + "'", List.of(new Violation(file.toString(), "", message)), cause);
    }
}
