package io.lava4j.distribution.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Trials by kind and ground, as docs/reliability.md shows them. */
final class Tally {

    private static final Path DOCUMENT = Path.of("..", "docs", "reliability.md");
    private static final String BEGIN = "<!-- figures -->\n";
    private static final String END = "<!-- end of figures -->\n";

    private Tally() {}

    /** What a campaign over the whole catalogue prints when nothing goes wrong. */
    static String expected() {
        List<Trial> all = Catalogue.all();
        return table(
                kind -> count(all, trial -> trial.kind() == kind), kind -> count(all, trial -> trial.kind() == kind));
    }

    static String of(List<Verdict> verdicts) {
        return table(
                kind -> count(verdicts, verdict -> verdict.kind() == kind),
                kind -> count(verdicts, verdict -> verdict.kind() == kind && verdict.survived()));
    }

    /** The figures of the document. */
    static String documented() {
        String text = document();
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    /** Puts figures in the place of those in the document. */
    static void document(String figures) {
        try {
            Files.writeString(DOCUMENT, document().replace(documented(), figures));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String table(Counting tried, Counting survived) {
        List<String> lines = new ArrayList<>(List.of("| faults | tried | survived |", "|---|---|---|"));
        long allTried = 0;
        long allSurvived = 0;
        for (Kind kind : Kind.values()) {
            lines.add(line(kind.title, tried.of(kind), survived.of(kind)));
            allTried += tried.of(kind);
            allSurvived += survived.of(kind);
        }
        lines.add(line("**all**", allTried, allSurvived));
        return String.join("\n", lines) + "\n";
    }

    private static String line(String title, long tried, long survived) {
        return String.format(Locale.ROOT, "| %s | %,d | %,d |", title, tried, survived);
    }

    private static <T> long count(List<T> all, Predicate<T> condition) {
        return all.stream().filter(condition).count();
    }

    private interface Counting {

        long of(Kind kind);
    }
}
