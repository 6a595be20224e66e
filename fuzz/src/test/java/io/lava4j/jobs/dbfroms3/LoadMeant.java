package io.lava4j.jobs.dbfroms3;

import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Shape;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Load options as someone means them, as {@code args} that say so, and as the clauses that must come of them. */
final class LoadMeant {

    private static final List<String> CHARACTERS = List.of(
            "'", "\"", "`", "\\", ";", "#", "%", "_", "/", "*", "(", ")", ",", " ", "\t", "\0", "\u001a", "x", "é", "¥",
            "§", "表", "");

    private final List<String> args = new ArrayList<>();
    private final String delimiter;
    private final String quote;
    private final String escape;
    private final String terminator;
    private final boolean optional;
    private final Optional<String> nullText;
    private final List<String> partitions;
    private final int header;
    private final String encoding;

    LoadMeant(Choices data, String encoding) {
        this.encoding = encoding;
        delimiter = data.yes() ? Hostile.name(data) : data.one(List.of(",", "|", "\t"));
        terminator = data.yes() ? Hostile.name(data) : data.one(List.of("\n", "\r\n", "\u001e"));
        quote = data.one(CHARACTERS);
        escape = data.one(CHARACTERS);
        optional = data.yes();
        nullText = data.yes() ? Optional.of(Hostile.text(data)) : Optional.empty();
        header = data.number(0, 3);
        partitions = words(Hostile.names(data, 2));
        args.add("ENCODING " + encoding);
        args.add("DELIMITER " + written(data, delimiter));
        args.add("TERMINATOR " + written(data, terminator));
        args.add("QUOTE " + (optional ? "optional " : "") + written(data, quote));
        args.add("ESCAPE " + written(data, escape));
        args.add("HEADER " + header);
        nullText.ifPresent(text -> args.add("NULL " + written(data, text)));
        if (!partitions.isEmpty()) {
            args.add("PARTITION (" + String.join(", ", partitions) + ")");
        }
        data.one(List.of(List.<String>of(), List.of("IGNORE"), List.of("REPLACE")))
                .forEach(args::add);
    }

    List<String> args() {
        return args;
    }

    String encoding() {
        return encoding;
    }

    /** What stands behind the table. */
    Shape clauses(Shape shape, List<String> columns, Charset charset) {
        if (!partitions.isEmpty()) {
            shape.words("PARTITION").names(partitions);
        }
        shape.words("CHARACTER SET " + encoding);
        shape.words("FIELDS TERMINATED BY").bytes(delimiter.getBytes(charset));
        shape.words(optional ? "OPTIONALLY ENCLOSED BY" : "ENCLOSED BY").bytes(quote.getBytes(charset));
        shape.words("ESCAPED BY").bytes(escape.getBytes(charset));
        shape.words("LINES TERMINATED BY").bytes(terminator.getBytes(charset));
        if (header > 0) {
            shape.words("IGNORE " + header + " LINES");
        }
        if (!columns.isEmpty()) {
            nullText.ifPresentOrElse(text -> nulls(shape, columns, text.getBytes(charset)), () -> shape.names(columns));
        }
        return shape;
    }

    private static void nulls(Shape shape, List<String> columns, byte[] marker) {
        int last = columns.size();
        for (int field = 1; field <= last; field++) {
            shape.words((field == 1 ? "(" : ",") + " @field" + field);
        }
        shape.words(") SET");
        for (int field = 1; field <= last; field++) {
            String variable = "@field" + field;
            shape.name(columns.get(field - 1)).words("=");
            if (field == last) {
                shape.words("IF ( " + variable + " IS NULL , CAST ( CONCAT ( @field1 ,")
                        .string(" lacks fields")
                        .words(") AS SIGNED ) ,");
            }
            shape.words("IF ( CAST ( " + variable + " AS BINARY ) =")
                    .bytes(marker)
                    .words(", NULL , " + variable + " )");
            shape.words(field == last ? ")" : ",");
        }
    }

    /** As someone may write it: each special character doubled, or behind a backslash. */
    private static String written(Choices data, String text) {
        StringBuilder written = new StringBuilder("'");
        for (char each : text.toCharArray()) {
            if (each == '\'') {
                written.append(data.yes() ? "''" : "\\'");
            } else if (each == '\\') {
                written.append("\\\\");
            } else {
                written.append(each);
            }
        }
        return written.append('\'').toString();
    }

    /** Names of partitions have no quotes: what ends a word is not for them. */
    private static List<String> words(List<String> names) {
        return names.stream()
                .map(name -> name.codePoints()
                        .filter(each -> "'(),".indexOf(each) < 0 && !Character.isWhitespace(each))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return args + " null " + nullText.map(text -> HexFormat.of().formatHex(text.getBytes()));
    }
}
