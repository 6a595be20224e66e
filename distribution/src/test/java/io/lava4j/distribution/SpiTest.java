package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The SPI is small enough to be read in ten minutes, and has a page that names all of it. */
class SpiTest {

    private static final int MOST_TYPES = 15;
    private static final int MOST_LINES = 60;

    private static final Path PACKAGE = Path.of("..", "core", "src", "main", "java", "io", "lava4j", "core", "spi");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern JAVADOC = Pattern.compile("(?s)^/\\*\\*(.*?)\\*/", Pattern.MULTILINE);
    private static final Pattern NESTED = Pattern.compile(
            "(?m)^ +((public|protected|private|static|final|sealed) )*(interface|record|enum|class) \\w+");
    private static final Predicate<String> NO_CODE =
            Pattern.compile("|//.*|(package|import) .*").asMatchPredicate();

    /** The source of each type, by its name. */
    private final Map<String, String> types = Sources.in(PACKAGE)
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(Collectors.toMap(SpiTest::name, Sources::text, (one, other) -> one, TreeMap::new));

    @Test
    void itHasFifteenTypesAtMost() {
        assertTrue(types.containsKey("ConnectorProvider"), types.keySet()::toString);
        assertTrue(types.size() <= MOST_TYPES, () -> types.size() + " types: " + types.keySet());
    }

    @Test
    void theDecisionSaysHowManyTypesAreNestedAndNotCounted() {
        long nested = types.values().stream()
                .mapToLong(source -> NESTED.matcher(source).results().count())
                .sum();
        String decision = Sources.text(Path.of("..", "docs", "decisions", "small-spi.md"));
        assertTrue(decision.contains("- Nested types: " + nested + " of them"), () -> nested + " types are nested");
    }

    @Test
    void aTypeHasSixtyLinesOfCodeAtMost() {
        Map<String, Long> lines = new TreeMap<>();
        types.forEach((name, source) -> lines.put(name, lines(source)));
        assertTrue(lines.values().stream().allMatch(count -> count > 1), lines::toString);
        assertEquals(
                List.of(),
                lines.entrySet().stream()
                        .filter(type -> type.getValue() > MOST_LINES)
                        .toList());
    }

    @Test
    void thePageSaysOfEachTypeWhatItsJavadocSays() {
        List<String> rows = Sources.text(Path.of("..", "docs", "spi.md"))
                .lines()
                .filter(line -> line.startsWith("| ["))
                .sorted()
                .toList();
        assertEquals(types.entrySet().stream().map(SpiTest::row).sorted().toList(), rows);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static long lines(String source) {
        return COMMENT.matcher(source)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(NO_CODE.negate())
                .count();
    }

    private static String row(Map.Entry<String, String> type) {
        return "| [%s](../core/src/main/java/io/lava4j/core/spi/%s.java) | %s |"
                .formatted(type.getKey(), type.getKey(), firstSentence(type.getValue()));
    }

    private static String firstSentence(String source) {
        Matcher javadoc = JAVADOC.matcher(source);
        assertTrue(javadoc.find(), source);
        return javadoc.group(1)
                .replaceAll("\\s*\\n \\*\\s*", " ")
                .strip()
                .replaceFirst("(?s)\\. .*|\\.$", ".")
                .replaceAll("\\{@(?:link|code) ([^}]*)}", "`$1`");
    }
}
