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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of sentences name tests that are there, and leave no sentence without a test or a reason. */
class SpecificationTest {

    private static final Path ROOT = Path.of("..");
    private static final String PAGE_TABLE = "connector-page-tests.md";
    private static final Pattern NAMED = Pattern.compile("`(?:([a-z0-9-]+)/)?(\\w+)#(\\w+)`");

    @ParameterizedTest
    @CsvSource({"section-10-tests.md, 100", PAGE_TABLE + ", 40"})
    void everyTestThatATableNamesIsThereOnce(String table, int least) throws IOException {
        List<Path> sources = sources();
        List<MatchResult> named = NAMED.matcher(text(table)).results().toList();

        assertTrue(named.size() > least, () -> named.size() + " tests are named");
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

    @ParameterizedTest
    @CsvSource({"section-10-tests.md, 80", PAGE_TABLE + ", 30"})
    void everySentenceHasATestOrAReason(String table, int least) throws IOException {
        List<String> rows = rows(table);

        assertTrue(rows.size() > least, () -> rows.size() + " sentences");
        assertEquals(
                List.of(), rows.stream().filter(row -> row.endsWith("| | |")).toList());
        assertEquals(
                List.of(),
                rows.stream().filter(row -> row.split("\\|", -1).length != 5).toList());
    }

    @Test
    void everySentenceOfThePageStandsInItsTableInItsWords() throws IOException {
        String page = Page.sentences();
        for (String row : rows(PAGE_TABLE)) {
            String sentence = Page.words(row.split("\\|")[1]).replaceFirst("^[a-z_]+: ", "");
            if (!sentence.equals("sentence")) {
                assertTrue(page.contains(sentence), "'" + sentence + "' is not on the page, or not as often");
                page = page.replaceFirst(Pattern.quote(sentence), "");
            }
        }
        assertEquals("", page.strip());
    }

    private static List<String> rows(String table) throws IOException {
        return text(table)
                .lines()
                .filter(line -> line.startsWith("| ") && line.endsWith("|"))
                .toList();
    }

    private static String text(String table) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(table));
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
