package io.lava4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts in columns; an empty one shows as a dash. */
final class Table {

    private static final String EMPTY = "-";
    private static final int GAP = 2;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row of as many cells as there are headings. */
    void row(String... cells) {
        rows.add(Stream.of(cells).map(cell -> cell.isEmpty() ? EMPTY : cell).toList());
    }

    /**
     * Its lines. On a terminal that is narrower than all of it, columns that hold nothing are left out, and the widest are
     * broken into lines.
     */
    List<String> lines(Terminal terminal) {
        int[] all = IntStream.range(0, headings.size()).toArray();
        int[] shown = total(widths(all)) > terminal.outWidth()
                ? IntStream.of(all).filter(this::holdsSomething).toArray()
                : all;
        int[] widths = fitting(widths(shown), terminal.outWidth());
        List<String> lines = new ArrayList<>();
        lines(headings, shown, widths).map(terminal.outInk()::strong).forEach(lines::add);
        rows.forEach(row -> lines(row, shown, widths).forEach(lines::add));
        return lines;
    }

    private boolean holdsSomething(int column) {
        return rows.stream().anyMatch(row -> !row.get(column).equals(EMPTY));
    }

    private int[] widths(int[] columns) {
        return IntStream.of(columns)
                .map(column -> Stream.concat(Stream.of(headings), rows.stream())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static int[] fitting(int[] widths, int width) {
        int[] fitting = widths.clone();
        while (total(fitting) > width) {
            int widest = IntStream.range(0, fitting.length)
                    .reduce(0, (one, other) -> fitting[other] > fitting[one] ? other : one);
            fitting[widest]--;
        }
        return fitting;
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + GAP * (widths.length - 1);
    }

    private static Stream<String> lines(List<String> row, int[] columns, int[] widths) {
        List<List<String>> cells = IntStream.range(0, columns.length)
                .mapToObj(i -> new Wrapping(widths[i]).lines(row.get(columns[i]), 0))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height).mapToObj(line -> line(cells, line, widths));
    }

    private static String line(List<List<String>> cells, int line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> padded(line < cells.get(i).size() ? cells.get(i).get(line) : "", widths[i]))
                .collect(Collectors.joining(" ".repeat(GAP)))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
