package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is extended does not speak of what extends it, in no class, comment, message or schema. */
class WordTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void theWordAuroraStandsNowhereInCoreTheMySqlConnectorOrAnyJob() throws IOException {
        List<Path> files = sources();

        assertTrue(files.contains(ROOT.resolve("core/src/main/java/module-info.java")), files.toString());
        assertTrue(files.contains(ROOT.resolve("jobs-db-from-s3/src/main/java/module-info.java")), files.toString());
        assertTrue(files.contains(ROOT.resolve("jobs-exe/src/main/java/module-info.java")), files.toString());
        assertEquals(List.of(), files.stream().filter(WordTest::saysAurora).toList());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT);
                Stream<Path> files =
                        modules.filter(WordTest::mustNotKnow).flatMap(module -> walk(module.resolve("src")))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean mustNotKnow(Path module) {
        return module.getFileName().toString().matches("core|connector-mysql|jobs-.*");
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean saysAurora(Path file) {
        try {
            return (file + Files.readString(file)).toLowerCase(Locale.ROOT).contains("aurora");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
