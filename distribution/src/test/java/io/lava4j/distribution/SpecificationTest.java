package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of sentences names tests that are there, and leaves no sentence without a test or a reason. */
class SpecificationTest {

    private static final Path ROOT = Path.of("..");
    private static final Path TABLE = ROOT.resolve("docs/section-10-tests.md");
    private static final Pattern NAMED = Pattern.compile("`(?:([a-z0-9-]+)/)?(\\w+)#(\\w+)`");

    @Test
    void everyTestThatTheTableNamesIsThereOnce() throws IOException {
        List<Path> sources = sources();
        List<MatchResult> named =
                NAMED.matcher(Files.readString(TABLE)).results().toList();

        assertTrue(named.size() > 100, () -> named.size() + " tests are named");
        assertEquals(
                List.of(),
                named.stream()
                        .filter(test -> sources.stream()
                                        .filter(source -> holds(source, test))
                                        .count()
                                != 1)
                        .map(MatchResult::group)
                        .toList());
    }

    @Test
    void everySentenceHasATestOrAReason() throws IOException {
        List<String> rows = Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && line.endsWith("|"))
                .toList();

        assertTrue(rows.size() > 80, () -> rows.size() + " sentences");
        assertEquals(
                List.of(), rows.stream().filter(row -> row.endsWith("| | |")).toList());
        assertEquals(
                List.of(),
                rows.stream().filter(row -> row.split("\\|", -1).length != 5).toList());
    }

    private static boolean holds(Path source, MatchResult test) {
        return source.endsWith(test.group(2) + ".java")
                && (test.group(1) == null || source.startsWith(ROOT.resolve(test.group(1))))
                && Pattern.compile("\\bvoid " + test.group(3) + "\\(")
                        .matcher(Sources.text(source))
                        .find();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(Sources::in)
                    .toList();
        }
    }
}
