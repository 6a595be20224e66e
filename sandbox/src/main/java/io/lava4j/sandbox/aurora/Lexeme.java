package io.lava4j.sandbox.aurora;

import java.util.Locale;
import java.util.Set;

/**
 * A piece of a statement.
 *
 * @param text as it stands there, quotes included
 * @param start where it begins in the statement
 */
record Lexeme(Kind kind, String text, int start) {
    enum Kind {
        /** A keyword, a name or a number. */
        WORD,
        /** A text literal. */
        STRING,
        /** A quoted identifier. */
        NAME,
        /** One character, or {@code @@}. */
        SYMBOL
    }

    int end() {
        return start + text.length();
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether it is one of these words, in upper case, or symbols. */
    boolean isOneOf(Set<String> wanted) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && wanted.contains(text.toUpperCase(Locale.ROOT));
    }

    /** Whether it stands for this name, quoted or not. */
    boolean names(String name) {
        return isWord(name)
                || kind == Kind.NAME && text.substring(1, text.length() - 1).equalsIgnoreCase(name);
    }
}
