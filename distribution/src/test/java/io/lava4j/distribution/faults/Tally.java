package io.lava4j.distribution.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Trials by kind, as docs/reliability.md shows them: how many there are, were tried, and were survived. */
final class Tally {

    private static final Path DOCUMENT = Path.of("..", "docs", "reliability.md");
    private static final String BEGIN = "<!-- figures -->\n";
    private static final String END = "<!-- end of figures -->\n";
    private static final Pattern ROW = Pattern.compile("\\| (.*) \\| ([0-9,]+) \\| ([0-9,]+) \\| ([0-9,]+) \\|");

    private Tally() {}

    static String of(List<Verdict> verdicts) {
        List<String> lines = new ArrayList<>(List.of("| faults | in all | tried | survived |", "|---|---|---|---|"));
        for (Kind kind : Kind.values()) {
            List<Verdict> tried =
                    verdicts.stream().filter(verdict -> verdict.kind() == kind).toList();
            lines.add(line(kind.title, count(kind), tried));
        }
        lines.add(line("**all**", Catalogue.all().size(), verdicts));
        return String.join("\n", lines) + "\n";
    }

    /** What the document says otherwise than it is: how many there are, and that those tried, of each kind some, were survived. */
    static List<String> contradictions() {
        String documented = documented();
        List<String> rows =
                documented.lines().filter(line -> ROW.matcher(line).matches()).toList();
        Stream<String> missing = Stream.of(Kind.values())
                .map(kind -> String.format(Locale.ROOT, "| %s | %,d | ", kind.title, count(kind)))
                .filter(start -> rows.stream().noneMatch(row -> row.startsWith(start)))
                .map(start -> "no row begins " + start);
        Stream<String> lost = rows.stream().filter(row -> !isSurvived(row));
        return Stream.of(missing, lost, silence(documented, rows))
                .flatMap(contradictions -> contradictions)
                .toList();
    }

    /** Where not all were tried, that is said in words, too. */
    private static Stream<String> silence(String documented, List<String> rows) {
        return rows.stream()
                .filter(row -> row.startsWith("| **all** |"))
                .map(ROW::matcher)
                .filter(cells -> cells.matches() && !cells.group(2).equals(cells.group(3)))
                .map(cells -> "In part: " + cells.group(3) + " of " + cells.group(2) + " were tried")
                .filter(words -> !documented.contains(words))
                .map(words -> "nothing says '" + words + "'");
    }

    /** Puts figures in the place of those in the document. */
    static void document(String figures) {
        try {
            Files.writeString(DOCUMENT, document().replace(documented(), figures));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String documented() {
        String text = document();
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    private static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSurvived(String row) {
        Matcher cells = ROW.matcher(row);
        return cells.matches() && !cells.group(3).equals("0") && cells.group(3).equals(cells.group(4));
    }

    private static long count(Kind kind) {
        return Catalogue.all().stream().filter(trial -> trial.kind() == kind).count();
    }

    private static String line(String title, long all, List<Verdict> tried) {
        long survived = tried.stream().filter(Verdict::survived).count();
        return String.format(Locale.ROOT, "| %s | %,d | %,d | %,d |", title, all, tried.size(), survived);
    }
}
