package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.value.Fault;
import java.util.List;

/** Tokens that are being read. */
final class Tokens {

    /** Deep enough for people, and shallow enough for the stack. */
    private static final int MOST_DEPTH = 60;

    private final List<Token> tokens;
    private int at;
    private int depth;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token current = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return current;
    }

    boolean skip(String operator) {
        boolean there = peek().isOperator(operator);
        if (there) {
            next();
        }
        return there;
    }

    boolean skipName(String name) {
        boolean there = peek().isName(name);
        if (there) {
            next();
        }
        return there;
    }

    void expect(String operator) {
        if (!skip(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    Token expect(Token.Kind kind) {
        if (!peek().is(kind)) {
            throw unexpected(kind == Token.Kind.NAME ? "a name" : "'" + kind.described() + "'");
        }
        return next();
    }

    Fault unexpected(String expected) {
        Token current = peek();
        String found = current.is(Token.Kind.END) ? "unexpected end of template" : "unexpected " + current.described();
        return fault(found + ", expected " + expected);
    }

    Fault fault(String message) {
        return new Fault(message).at(peek().place());
    }

    /** To be undone with {@link #leave()}; a fault ends it all anyway. */
    void enter() {
        if (++depth > MOST_DEPTH) {
            throw fault("the template is nested deeper than " + MOST_DEPTH + " levels");
        }
    }

    void leave() {
        depth--;
    }
}
