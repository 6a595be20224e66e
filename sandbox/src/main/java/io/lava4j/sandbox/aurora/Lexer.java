package io.lava4j.sandbox.aurora;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a statement into lexemes as MySQL does: white space and comments are none, but what stands in a comment for
 * MySQL 8.0 or older, as in {@code /*!80000 … *}{@code /}, is code.
 */
final class Lexer {
    /** Above it, a version comment is a comment to every MySQL 8.0. */
    private static final int NEWEST = 80099;

    private final String sql;
    private final Dialect dialect;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;
    private int versionComments;

    private Lexer(String sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    static List<Lexeme> lexemes(String sql, Dialect dialect) {
        return new Lexer(sql, dialect).read();
    }

    private List<Lexeme> read() {
        while (at < sql.length()) {
            if (!skipped()) {
                lex();
            }
        }
        return List.copyOf(lexemes);
    }

    /** Whether there was something to skip. */
    private boolean skipped() {
        int before = at;
        if (Character.isWhitespace(sql.charAt(at))) {
            at++;
        } else if (sql.startsWith("#", at) || dashes()) {
            at = after("\n");
        } else if (sql.startsWith("/*!", at)) {
            versionComment();
        } else if (sql.startsWith("/*", at)) {
            at = after("*/");
        } else if (versionComments > 0 && sql.startsWith("*/", at)) {
            versionComments--;
            at += 2;
        }
        return at > before;
    }

    /** Two dashes begin a comment only before white space, a control character or the end. */
    private boolean dashes() {
        return sql.startsWith("--", at) && (at + 2 == sql.length() || sql.charAt(at + 2) <= ' ');
    }

    private void versionComment() {
        int digits = at + 3;
        int end = digits;
        while (end < sql.length() && end < digits + 6 && isDigit(sql.charAt(end))) {
            end++;
        }
        boolean versioned = end >= digits + 5;
        if (versioned && Integer.parseInt(sql.substring(digits, end)) > NEWEST) {
            at = after("*/");
        } else {
            versionComments++;
            at = versioned ? end : digits;
        }
    }

    private int after(String end) {
        int found = sql.indexOf(end, at + 1);
        return found < 0 ? sql.length() : found + end.length();
    }

    private void lex() {
        char first = sql.charAt(at);
        if (first == '`' || first == '"' && dialect.doubleQuotedNames()) {
            add(Lexeme.Kind.NAME, quoted(first, false));
        } else if (first == '\'' || first == '"') {
            add(Lexeme.Kind.STRING, quoted(first, dialect.backslashes()));
        } else if (isWordCharacter(first)) {
            add(Lexeme.Kind.WORD, word());
        } else {
            add(Lexeme.Kind.SYMBOL, sql.startsWith("@@", at) ? at + 2 : at + 1);
        }
    }

    private void add(Lexeme.Kind kind, int end) {
        lexemes.add(new Lexeme(kind, sql.substring(at, end), at));
        at = end;
    }

    /** Behind the closing quote; two quotes are one within. */
    private int quoted(char quote, boolean backslashes) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) == '\\' && backslashes) {
                end++;
            } else if (sql.charAt(end) == quote && !sql.startsWith(String.valueOf(quote), end + 1)) {
                return end + 1;
            } else if (sql.charAt(end) == quote) {
                end++;
            }
            end++;
        }
        return sql.length();
    }

    private int word() {
        int end = at;
        while (end < sql.length() && isWordCharacter(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordCharacter(char character) {
        return character == '_' || character == '$' || character > 127 || isDigit(character) || isLetter(character);
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
