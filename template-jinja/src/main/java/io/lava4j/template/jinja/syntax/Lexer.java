package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a template into tokens. */
final class Lexer {

    private static final Pattern RAW = Pattern.compile("\\{%[-+]?\\s*+raw\\s*+(-?)%\\}");
    private static final Pattern END_RAW = Pattern.compile("\\{%([-+]?)\\s*+endraw\\s*+([-+]?)%\\}");
    private static final Pattern TAG = Pattern.compile("\\{([{%#])([-+]?)");

    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    List<Token> tokens() {
        Matcher tag = TAG.matcher(text);
        while (tag.find(at)) {
            text(tag.start(), tag.group(2).equals("-"));
            switch (tag.group(1)) {
                case "#" -> comment();
                case "{" -> inside(tag.end(), Token.Kind.PRINT_OPEN, Token.Kind.PRINT_CLOSE, "}}");
                default -> block(tag.end());
            }
        }
        text(text.length(), false);
        tokens.add(new Token(Token.Kind.END, "", source.place(text.length())));
        return tokens;
    }

    private void text(int end, boolean stripped) {
        String plain = text.substring(at, end);
        add(Token.Kind.TEXT, stripped ? plain.stripTrailing() : plain, at);
        at = end;
    }

    private void add(Token.Kind kind, String content, int from) {
        if (kind != Token.Kind.TEXT || !content.isEmpty()) {
            tokens.add(new Token(kind, content, source.place(from)));
        }
    }

    private void comment() {
        int end = text.indexOf("#}", at + 2);
        if (end < 0) {
            throw new Fault("missing end of comment tag").at(source.place(at));
        }
        boolean stripping = text.charAt(end - 1) == '-';
        at = end + 2;
        skipSpace(stripping);
    }

    private void skipSpace(boolean wanted) {
        while (wanted && at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void block(int start) {
        Matcher raw = RAW.matcher(text).region(at, text.length());
        if (!raw.lookingAt()) {
            inside(start, Token.Kind.BLOCK_OPEN, Token.Kind.BLOCK_CLOSE, "%}");
            return;
        }
        Matcher end = END_RAW.matcher(text);
        if (!end.find(raw.end())) {
            throw new Fault("missing end of raw directive").at(source.place(at));
        }
        at = raw.end();
        skipSpace(raw.group(1).equals("-"));
        text(Math.max(at, end.start()), end.group(1).equals("-"));
        at = end.end();
        skipSpace(end.group(2).equals("-"));
    }

    private void inside(int start, Token.Kind open, Token.Kind close, String end) {
        add(open, "", at);
        TagLexer tag = new TagLexer(source, start, end);
        tag.tokens().forEach(tokens::add);
        at = tag.end();
        if (tag.isClosed()) {
            add(close, "", at - 2);
            skipSpace(tag.strips());
        }
    }
}
