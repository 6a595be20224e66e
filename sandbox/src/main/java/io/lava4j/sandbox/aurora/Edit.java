package io.lava4j.sandbox.aurora;

import java.util.Comparator;
import java.util.List;

/** Another text in place of a piece of a statement; all around it stays as it was written. */
record Edit(int start, int end, String text) {
    static Edit replace(Lexeme lexeme, String text) {
        return new Edit(lexeme.start(), lexeme.end(), text);
    }

    static Edit insertBefore(Lexeme lexeme, String text) {
        return new Edit(lexeme.start(), lexeme.start(), text);
    }

    /** The statement with all of them, which do not overlap. */
    static String apply(String sql, List<Edit> edits) {
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
