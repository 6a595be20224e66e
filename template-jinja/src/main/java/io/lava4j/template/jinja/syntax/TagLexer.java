package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.value.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what stands between {@code {{} and {@code }}}, or {@code {%} and {@code %}}, into tokens. */
final class TagLexer {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern STRING = Pattern.compile(
            "'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"", Pattern.DOTALL);
    private static final Pattern FLOAT =
            Pattern.compile("(?<!\\.)\\d[\\d_]*(?:\\.\\d[\\d_]*)?[eE][-+]?\\d[\\d_]*|(?<!\\.)\\d[\\d_]*\\.\\d[\\d_]*");
    private static final Pattern INTEGER =
            Pattern.compile("0[bB][01_]+|0[oO][0-7_]+|0[xX][\\da-fA-F_]+|[1-9](?:_?\\d)*+|0(?:_?0)*+");
    private static final Pattern OPERATOR = Pattern.compile("//|\\*\\*|==|!=|>=|<=|[-+/*%~\\[\\](){}<>=.:|,;]");

    private final Source source;
    private final String text;
    private final String close;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Character> brackets = new ArrayDeque<>();
    private int at;
    private boolean closed;
    private boolean strips;

    TagLexer(Source source, int start, String close) {
        this.source = source;
        this.text = source.text();
        this.at = start;
        this.close = close;
    }

    int end() {
        return at;
    }

    boolean isClosed() {
        return closed;
    }

    boolean strips() {
        return strips;
    }

    List<Token> tokens() {
        while (!closed && skipSpace() < text.length()) {
            if (brackets.isEmpty() && isClose()) {
                closed = true;
            } else {
                next();
            }
        }
        return tokens;
    }

    private int skipSpace() {
        find(SPACE);
        return at;
    }

    private boolean isClose() {
        boolean signed = text.startsWith(close, at + 1)
                && (text.charAt(at) == '-' || text.charAt(at) == '+' && close.equals("%}"));
        if (!signed && !text.startsWith(close, at)) {
            return false;
        }
        strips = signed && text.charAt(at) == '-';
        at += signed ? 3 : 2;
        return true;
    }

    private void next() {
        if (!take(NAME, Token.Kind.NAME)
                && !string()
                && !take(FLOAT, Token.Kind.FLOAT)
                && !take(INTEGER, Token.Kind.INTEGER)
                && !operator()) {
            String unexpected = Character.toString(text.codePointAt(at));
            boolean quote = unexpected.equals("'") || unexpected.equals("\"");
            throw new Fault(quote ? "a string is not closed" : "unexpected character '" + unexpected + "'")
                    .at(source.place(at));
        }
    }

    private boolean take(Pattern form, Token.Kind kind) {
        int from = at;
        String found = find(form);
        if (found.isEmpty()) {
            return false;
        }
        tokens.add(new Token(kind, found, source.place(from)));
        return true;
    }

    private String find(Pattern form) {
        Matcher here = form.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!here.lookingAt()) {
            return "";
        }
        at = here.end();
        return here.group();
    }

    private boolean string() {
        String place = source.place(at);
        String found = find(STRING);
        if (found.isEmpty()) {
            return false;
        }
        try {
            tokens.add(
                    new Token(Token.Kind.STRING, StringLiteral.meaning(found.substring(1, found.length() - 1)), place));
            return true;
        } catch (Fault fault) {
            throw fault.at(place);
        }
    }

    private boolean operator() {
        int from = at;
        if (!take(OPERATOR, Token.Kind.OPERATOR)) {
            return false;
        }
        char sign = text.charAt(from);
        if ("([{".indexOf(sign) >= 0) {
            brackets.push(")]}".charAt("([{".indexOf(sign)));
        } else if (")]}".indexOf(sign) >= 0 && (brackets.isEmpty() || brackets.pop() != sign)) {
            throw new Fault("unexpected '" + sign + "'").at(source.place(from));
        }
        return true;
    }
}
