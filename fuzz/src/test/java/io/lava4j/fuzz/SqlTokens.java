package io.lava4j.fuzz;

import io.lava4j.fuzz.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a statement into pieces by MySQL's rules, in a session with neither NO_BACKSLASH_ESCAPES nor ANSI_QUOTES. Written
 * from the servers' manuals, and compared with the servers: it shares nothing with what writes the statements.
 */
public final class SqlTokens {

    private static final String ESCAPES = "0bnrtZ";
    private static final String ESCAPED = "\0\b\n\r\t\u001a";

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    public static List<Token> of(String sql) {
        SqlTokens tokens = new SqlTokens(sql);
        while (tokens.at < sql.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() {
        char next = sql.charAt(at);
        if (isSpace(next)) {
            at++;
        } else if (next == '\'' || next == '"') {
            tokens.add(string(next));
        } else if (next == '`') {
            tokens.add(name());
        } else if ((next == 'X' || next == 'x') && sql.startsWith("'", at + 1)) {
            at++;
            tokens.add(new Token(Kind.HEX, string('\'').text().toLowerCase(Locale.ROOT)));
        } else if (isComment()) {
            tokens.add(new Token(Kind.COMMENT, sql.substring(at)));
            at = sql.length();
        } else if (next == '@' || isOfWord(sql.codePointAt(at))) {
            int begin = at++;
            while (at < sql.length() && isOfWord(sql.codePointAt(at))) {
                at++;
            }
            tokens.add(Token.word(sql.substring(begin, at)));
        } else {
            tokens.add(Token.mark(String.valueOf(next)));
            at++;
        }
    }

    private boolean isComment() {
        return sql.startsWith("#", at)
                || sql.startsWith("/*", at)
                || sql.startsWith("--", at) && (at + 2 == sql.length() || sql.charAt(at + 2) <= ' ');
    }

    private Token string(char quote) {
        StringBuilder text = new StringBuilder();
        for (at++; at < sql.length(); at++) {
            char next = sql.charAt(at);
            if (next == '\\' && at + 1 < sql.length()) {
                text.append(unescaped(sql.charAt(++at)));
            } else if (next == quote && !sql.startsWith(String.valueOf(quote), at + 1)) {
                at++;
                return Token.string(text.toString());
            } else {
                at += next == quote ? 1 : 0;
                text.append(next);
            }
        }
        return new Token(Kind.UNCLOSED, text.toString());
    }

    private static String unescaped(char escaped) {
        int known = ESCAPES.indexOf(escaped);
        boolean kept = escaped == '%' || escaped == '_';
        return kept ? "\\" + escaped : String.valueOf(known < 0 ? escaped : ESCAPED.charAt(known));
    }

    private Token name() {
        StringBuilder text = new StringBuilder();
        for (at++; at < sql.length(); at++) {
            boolean quote = sql.charAt(at) == '`';
            if (quote && !sql.startsWith("`", at + 1)) {
                at++;
                return Token.name(text.toString());
            }
            at += quote ? 1 : 0;
            text.append(sql.charAt(at));
        }
        return new Token(Kind.UNCLOSED, text.toString());
    }

    private static boolean isSpace(char next) {
        return next == ' ' || next >= '\t' && next <= '\r';
    }

    private static boolean isOfWord(int next) {
        return next >= '0' && next <= '9'
                || next >= 'A' && next <= 'Z'
                || next >= 'a' && next <= 'z'
                || next == '_'
                || next == '$'
                || next >= 0x80 && !Character.isSupplementaryCodePoint(next);
    }
}
