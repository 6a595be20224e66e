package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.tree.Body;
import io.lava4j.template.jinja.tree.Expression;
import io.lava4j.template.jinja.tree.PlainText;
import io.lava4j.template.jinja.tree.Print;
import io.lava4j.template.jinja.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a template. */
public final class Parser {

    private final Tokens tokens;
    private final Expressions expressions;
    private final Statements statements;

    private Parser(String template) {
        tokens = new Tokens(new Lexer(new Source(template)).tokens());
        expressions = new Expressions(tokens);
        statements = new Statements(tokens, expressions, this);
    }

    /**
     * Reads a template.
     *
     * @throws io.lava4j.template.jinja.value.Fault with what is wrong, and where
     */
    public static Body parse(String template) {
        Parser parser = new Parser(template);
        Body body = parser.body(Set.of());
        if (!parser.tokens.peek().is(Token.Kind.END)) {
            throw parser.tokens.fault("unexpected " + parser.tokens.peek().described());
        }
        return body;
    }

    /** Reads until one of these tags, whose name is then the next token, or to the end if there are none. */
    Body body(Set<String> ends) {
        tokens.enter();
        List<Statement> all = new ArrayList<>();
        while (!tokens.peek().is(Token.Kind.END)) {
            Token token = tokens.next();
            switch (token.kind()) {
                case TEXT -> all.add(new PlainText(token.text()));
                case PRINT_OPEN -> all.add(print(token));
                default -> {
                    if (tokens.peek().is(Token.Kind.NAME)
                            && ends.contains(tokens.peek().text())) {
                        tokens.leave();
                        return new Body(all);
                    }
                    all.add(statements.next());
                }
            }
        }
        if (!ends.isEmpty()) {
            throw tokens.unexpected("'" + String.join("' or '", new TreeSet<>(ends)) + "'");
        }
        tokens.leave();
        return new Body(all);
    }

    private Statement print(Token open) {
        Expression value = expressions.tuple();
        tokens.expect(Token.Kind.PRINT_CLOSE);
        return new Print(value, open.place());
    }
}
