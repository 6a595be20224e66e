package io.lava4j.sandbox.aurora;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One LOAD DATA FROM S3 in a script, in the grammar of Aurora's user guide, "Loading data into an Amazon Aurora MySQL DB
 * cluster from text files in an Amazon S3 bucket". What follows INTO TABLE is not looked at: MySQL knows it.
 *
 * @param source what the URI names
 * @param uriLiteral as it is written
 * @param dropped words that LOAD DATA INFILE does not have
 * @param said whether IGNORE or REPLACE stands there
 */
record S3Load(
        Script script, Source source, Lexeme s3, Lexeme uriLiteral, Lexeme into, List<Lexeme> dropped, boolean said) {
    enum Source {
        FILE,
        PREFIX,
        MANIFEST
    }

    private static final String[] SOURCES =
            Stream.of(Source.values()).map(Source::name).toArray(String[]::new);

    /** The first one, if there is any. */
    static Optional<S3Load> in(Script script) {
        return script.beginnings().stream()
                .map(begin -> at(begin, script))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<S3Load> at(int begin, Script script) {
        var cursor = new Cursor(script.lexemes(), begin);
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
        return Optional.of(new S3Load(script, source(source), s3.get(), uri.get(), into.get(), dropped, said));
    }

    private static Source source(Optional<Lexeme> word) {
        return word.map(said -> Source.valueOf(said.text().toUpperCase(Locale.ROOT)))
                .orElse(Source.FILE);
    }

    /** Whether no other statement stands in the script. */
    boolean isAlone() {
        return script.beginnings().size() == 1;
    }

    String uri() {
        return script.dialect().value(uriLiteral);
    }

    /** The LOAD DATA INFILE that is the same, with IGNORE where nothing is said: AWS documents that as the default. */
    String infile(String file) {
        var edits = new ArrayList<Edit>();
        dropped.forEach(word -> edits.add(Edit.replace(word, "")));
        edits.add(Edit.replace(s3, "INFILE"));
        edits.add(Edit.replace(uriLiteral, script.dialect().literal(file)));
        if (!said) {
            edits.add(Edit.insertBefore(into, "IGNORE "));
        }
        return script.with(edits).sql();
    }
}
