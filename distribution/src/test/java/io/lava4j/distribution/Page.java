package io.lava4j.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that the connector to Aurora was made from. */
final class Page {

    private static final Pattern EXAMPLE = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern POINTER = Pattern.compile("\\s*\\[More information]\\([^)]*\\)\\.");

    private Page() {}

    /** The lines of its table, without Markdown, without the two of its head. */
    static List<String> rows() throws IOException {
        return rows(text());
    }

    /** The lines of the first table of a text, in the same way. */
    static List<String> rows(String text) {
        return text.lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Page::plain)
                .toList();
    }

    /** Its examples, with the marks around them. */
    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(text()).results().map(MatchResult::group).toList();
    }

    /** Its sentences, those of the table too: without headings, examples and Markdown. */
    static String sentences() throws IOException {
        String table = rows().stream().map(row -> row.split("\\|")[4]).collect(Collectors.joining(" "));
        String rest = EXAMPLE.matcher(text())
                .replaceAll("")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("!!!") && !line.startsWith("|"))
                .map(line -> line.replaceFirst("^\\* +", ""))
                .collect(Collectors.joining(" "));
        return words(plain(rest)) + " " + words(table);
    }

    /** A text without marks for code, and with single blanks. */
    static String words(String text) {
        return text.replace("**", "").replace("`", "").replaceAll("\\s+", " ").strip();
    }

    /** A text without links and what Markdown escapes. */
    static String plain(String text) {
        String linked = POINTER.matcher(text).replaceAll("");
        return LINK.matcher(linked).replaceAll("$1").replace("\\_", "_").replace("**", "");
    }

    private static String text() throws IOException {
        try (InputStream file = Page.class.getResourceAsStream("connector-mysql-aurora.md")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
