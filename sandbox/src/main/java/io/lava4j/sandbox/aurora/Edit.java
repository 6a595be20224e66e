package io.lava4j.sandbox.aurora;

/** Another text in place of a piece of a script; all around it stays as it was written. */
record Edit(int start, int end, String text) {
    static Edit replace(Lexeme lexeme, String text) {
        return new Edit(lexeme.start(), lexeme.end(), text);
    }

    static Edit insertBefore(Lexeme lexeme, String text) {
        return new Edit(lexeme.start(), lexeme.start(), text);
    }
}
