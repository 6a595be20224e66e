package io.lava4j.sandbox.aurora;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads lexemes one after the other. */
final class Cursor {
    private final List<Lexeme> lexemes;
    private int next;

    Cursor(List<Lexeme> lexemes, int next) {
        this.lexemes = lexemes;
        this.next = next;
    }

    /** The next lexeme, if it is one of these words; then the cursor stands behind it. */
    Optional<Lexeme> take(String... words) {
        return take(lexeme -> List.of(words).stream().anyMatch(lexeme::isWord));
    }

    Optional<Lexeme> takeString() {
        return take(lexeme -> lexeme.kind() == Lexeme.Kind.STRING);
    }

    Optional<Lexeme> take(Predicate<Lexeme> wanted) {
        Optional<Lexeme> lexeme = peek().filter(wanted);
        next += lexeme.isPresent() ? 1 : 0;
        return lexeme;
    }

    /** Whether all these words come next; the cursor then stands behind them, else behind those that do. */
    boolean takeAll(String... words) {
        return List.of(words).stream().allMatch(word -> take(word).isPresent());
    }

    boolean isAtEnd() {
        return next >= lexemes.size();
    }

    private Optional<Lexeme> peek() {
        return isAtEnd() ? Optional.empty() : Optional.of(lexemes.get(next));
    }
}
