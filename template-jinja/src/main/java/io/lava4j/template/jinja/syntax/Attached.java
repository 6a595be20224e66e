package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.library.Filters;
import io.lava4j.template.jinja.library.Tests;
import io.lava4j.template.jinja.tree.Actual;
import io.lava4j.template.jinja.tree.Attribute;
import io.lava4j.template.jinja.tree.Call;
import io.lava4j.template.jinja.tree.Expression;
import io.lava4j.template.jinja.tree.Filtered;
import io.lava4j.template.jinja.tree.Item;
import io.lava4j.template.jinja.tree.ListLiteral;
import io.lava4j.template.jinja.tree.Literal;
import io.lava4j.template.jinja.tree.Located;
import io.lava4j.template.jinja.tree.Sliced;
import io.lava4j.template.jinja.tree.Tested;
import io.lava4j.template.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads what is attached to a value: attributes, items, calls, filters, tests. */
final class Attached {

    private static final Set<Token.Kind> OPERANDS =
            Set.of(Token.Kind.NAME, Token.Kind.STRING, Token.Kind.INTEGER, Token.Kind.FLOAT);

    private final Tokens tokens;
    private final Expressions expressions;
    private final Operands operands;

    Attached(Tokens tokens, Expressions expressions, Operands operands) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.operands = operands;
    }

    Expression members(Expression start) {
        Expression value = start;
        while (true) {
            Token token = tokens.peek();
            if (tokens.skip(".")) {
                value = new Located(dotted(value), token.place());
            } else if (tokens.skip("[")) {
                value = new Located(subscript(value), token.place());
            } else if (token.isOperator("(")) {
                value = new Located(new Call(value, arguments()), token.place());
            } else {
                return value;
            }
        }
    }

    private Expression dotted(Expression value) {
        Token name = tokens.peek();
        if (name.is(Token.Kind.NAME)) {
            return new Attribute(value, tokens.next().text());
        }
        if (name.is(Token.Kind.INTEGER)) {
            return new Item(value, new Literal(NumberLiteral.whole(tokens.next())));
        }
        throw tokens.unexpected("a name or a number");
    }

    private Expression subscript(Expression value) {
        Optional<Expression> start = part();
        if (tokens.skip("]")) {
            return new Item(value, start.orElseThrow(() -> tokens.fault("expected a subscript expression")));
        }
        if (start.isPresent() && tokens.peek().isOperator(",")) {
            List<Expression> keys = new ArrayList<>(List.of(start.get()));
            while (tokens.skip(",")) {
                keys.add(expressions.expression());
            }
            tokens.expect("]");
            return new Item(value, new ListLiteral(keys, true));
        }
        tokens.expect(":");
        Optional<Expression> stop = part();
        Optional<Expression> step = tokens.skip(":") ? part() : Optional.empty();
        tokens.expect("]");
        return new Sliced(value, start, stop, step);
    }

    private Optional<Expression> part() {
        boolean absent = tokens.peek().isOperator(":") || tokens.peek().isOperator("]");
        return absent ? Optional.empty() : Optional.of(expressions.expression());
    }

    Expression filters(Expression start) {
        Expression value = start;
        while (true) {
            Token token = tokens.peek();
            if (tokens.skip("|")) {
                value = filter().apply(value);
            } else if (tokens.skipName("is")) {
                value = test(value, token.place());
            } else if (token.isOperator("(")) {
                value = new Located(new Call(value, arguments()), token.place());
            } else {
                return value;
            }
        }
    }

    /** Reads a filter, to be put around a value. */
    UnaryOperator<Expression> filter() {
        String place = tokens.peek().place();
        String name = dottedName();
        check(() -> Filters.check(name), place);
        Actual arguments = optionalArguments();
        return value -> new Located(new Filtered(value, name, arguments), place);
    }

    private Actual optionalArguments() {
        return tokens.peek().isOperator("(") ? arguments() : Actual.of(List.of());
    }

    private Expression test(Expression value, String place) {
        boolean wanted = !tokens.skipName("not");
        String name = dottedName();
        check(() -> Tests.check(name), place);
        Token next = tokens.peek();
        if (next.isName("is")) {
            throw tokens.fault("you cannot chain multiple tests with is");
        }
        boolean bare = OPERANDS.contains(next.kind()) || next.isOperator("[") || next.isOperator("{");
        boolean ends = Set.of("else", "or", "and", "if", "in", "not").contains(next.text()) && next.is(Token.Kind.NAME);
        Actual actual = bare && !ends ? Actual.of(List.of(operands.simple())) : optionalArguments();
        return new Located(new Tested(value, name, actual, wanted), place);
    }

    private static void check(Runnable check, String place) {
        try {
            check.run();
        } catch (Fault unknown) {
            throw unknown.at(place);
        }
    }

    private String dottedName() {
        StringBuilder name = new StringBuilder(tokens.expect(Token.Kind.NAME).text());
        while (tokens.skip(".")) {
            name.append('.').append(tokens.expect(Token.Kind.NAME).text());
        }
        return name.toString();
    }

    private Actual arguments() {
        return ArgumentList.read(tokens, expressions);
    }
}
