package io.lava4j.sandbox.aurora;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A text of one statement, or of several. */
record Script(String sql, Dialect dialect, List<Lexeme> lexemes) {
    static Script of(String sql, Dialect dialect) {
        return new Script(sql, dialect, Lexer.lexemes(sql, dialect));
    }

    /** Where the statements begin, as places in {@link #lexemes}. */
    List<Integer> beginnings() {
        return IntStream.range(0, lexemes.size())
                .filter(at -> !lexemes.get(at).isSymbol(";"))
                .filter(at -> at == 0 || lexemes.get(at - 1).isSymbol(";"))
                .boxed()
                .toList();
    }

    /** The same with other pieces, which do not overlap. */
    Script with(List<Edit> edits) {
        return edits.isEmpty() ? this : of(edited(edits), dialect);
    }

    private String edited(List<Edit> edits) {
        var result = new StringBuilder();
        int done = 0;
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
            result.append(sql, done, edit.start()).append(edit.text());
            done = edit.end();
        }
        return result.append(sql, done, sql.length()).toString();
    }
}
