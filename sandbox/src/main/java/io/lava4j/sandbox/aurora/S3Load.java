package io.lava4j.sandbox.aurora;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One LOAD DATA FROM S3 in a text, in the grammar of Aurora's user guide, "Loading data into an Amazon Aurora MySQL DB
 * cluster from text files in an Amazon S3 bucket". What follows INTO TABLE is not looked at: MySQL knows it.
 *
 * @param source what the URI names
 * @param uri the literal
 * @param dropped words that LOAD DATA INFILE does not have
 * @param said whether IGNORE or REPLACE stands there
 */
record S3Load(Source source, Lexeme s3, Lexeme uri, Lexeme into, List<Lexeme> dropped, boolean said) {
    enum Source {
        FILE,
        PREFIX,
        MANIFEST
    }

    private static final String[] SOURCES =
            Stream.of(Source.values()).map(Source::name).toArray(String[]::new);

    /** The one that begins at a lexeme, if one does. */
    static Optional<S3Load> at(int begin, List<Lexeme> lexemes) {
        var cursor = new Cursor(lexemes, begin);
        if (!cursor.takeAll("LOAD", "DATA")) {
            return Optional.empty();
        }
        var dropped = new ArrayList<Lexeme>();
        cursor.take("FROM").ifPresent(dropped::add);
        Optional<Lexeme> s3 = cursor.take("S3");
        Optional<Lexeme> source = cursor.take(SOURCES);
        source.ifPresent(dropped::add);
        Optional<Lexeme> uri = cursor.takeString();
        boolean said = cursor.take("REPLACE", "IGNORE").isPresent();
        Optional<Lexeme> into = cursor.take("INTO");
        if (s3.isEmpty() || uri.isEmpty() || into.isEmpty() || !cursor.takeAll("TABLE")) {
            return Optional.empty();
        }
        return Optional.of(new S3Load(
                source.map(S3Load::source).orElse(Source.FILE), s3.get(), uri.get(), into.get(), dropped, said));
    }

    /** What makes a LOAD DATA INFILE of it, with IGNORE where nothing is said: AWS documents that as the default. */
    List<Edit> from(String fileLiteral) {
        var edits = new ArrayList<Edit>();
        dropped.forEach(word -> edits.add(Edit.replace(word, "")));
        edits.add(Edit.replace(s3, "INFILE"));
        edits.add(Edit.replace(uri, fileLiteral));
        if (!said) {
            edits.add(Edit.insertBefore(into, "IGNORE "));
        }
        return List.copyOf(edits);
    }

    private static Source source(Lexeme word) {
        return Source.valueOf(word.text().toUpperCase(Locale.ROOT));
    }
}
