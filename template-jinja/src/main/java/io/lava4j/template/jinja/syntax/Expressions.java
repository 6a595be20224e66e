package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.tree.And;
import io.lava4j.template.jinja.tree.Binary;
import io.lava4j.template.jinja.tree.Compared;
import io.lava4j.template.jinja.tree.Conditional;
import io.lava4j.template.jinja.tree.Expression;
import io.lava4j.template.jinja.tree.Joined;
import io.lava4j.template.jinja.tree.Located;
import io.lava4j.template.jinja.tree.Not;
import io.lava4j.template.jinja.tree.Or;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads expressions: operators, from those that bind least to those that bind most. */
final class Expressions {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final Tokens tokens;
    private final Operands operands;

    Expressions(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new Operands(tokens, this);
    }

    /** One value; with commas a tuple. */
    Expression tuple() {
        return operands.tuple(this::expression, false);
    }

    /** As {@link #tuple()} but an {@code if} behind it is not part of it. */
    Expression tupleWithoutCondition() {
        return operands.tuple(this::or, false);
    }

    /** A filter's name and arguments. */
    UnaryOperator<Expression> filter() {
        return operands.filter();
    }

    Expression expression() {
        tokens.enter();
        Expression then = or();
        while (tokens.peek().isName("if")) {
            String place = tokens.next().place();
            Expression condition = or();
            Optional<Expression> otherwise = tokens.skipName("else") ? Optional.of(expression()) : Optional.empty();
            then = new Located(new Conditional(condition, then, otherwise), place);
        }
        tokens.leave();
        return then;
    }

    Expression or() {
        Expression left = and();
        while (tokens.peek().isName("or")) {
            String place = tokens.next().place();
            left = new Located(new Or(left, and()), place);
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.peek().isName("and")) {
            String place = tokens.next().place();
            left = new Located(new And(left, not()), place);
        }
        return left;
    }

    private Expression not() {
        if (!tokens.peek().isName("not")) {
            return comparison();
        }
        String place = tokens.next().place();
        tokens.enter();
        Expression negated = new Located(new Not(not()), place);
        tokens.leave();
        return negated;
    }

    private Expression comparison() {
        String place = tokens.peek().place();
        Expression first = sum();
        List<Compared.Step> steps = new ArrayList<>();
        for (String operator = operator(); !operator.isEmpty(); operator = operator()) {
            steps.add(new Compared.Step(operator, sum()));
        }
        return steps.isEmpty() ? first : new Located(new Compared(first, steps), place);
    }

    /** Takes a comparison; empty if there is none. */
    private String operator() {
        Token current = tokens.peek();
        if (current.is(Token.Kind.OPERATOR) && COMPARISONS.contains(current.text()) || current.isName("in")) {
            return tokens.next().text();
        }
        if (current.isName("not") && tokens.peekSecond().isName("in")) {
            tokens.next();
            tokens.next();
            return "not in";
        }
        return "";
    }

    private Expression sum() {
        return chain(this::joined, Set.of("+", "-"));
    }

    private Expression joined() {
        String place = tokens.peek().place();
        List<Expression> parts = new ArrayList<>();
        parts.add(product());
        while (tokens.skip("~")) {
            parts.add(product());
        }
        return parts.size() == 1 ? parts.get(0) : new Located(new Joined(parts), place);
    }

    private Expression product() {
        return chain(this::power, Set.of("*", "/", "//", "%"));
    }

    /** To the left, as in Jinja; in Python it is to the right. */
    private Expression power() {
        return chain(() -> operands.unary(true), Set.of("**"));
    }

    private Expression chain(Supplier<Expression> operand, Set<String> operators) {
        Expression left = operand.get();
        while (tokens.peek().is(Token.Kind.OPERATOR)
                && operators.contains(tokens.peek().text())) {
            Token operator = tokens.next();
            left = new Located(new Binary(operator.text(), left, operand.get()), operator.place());
        }
        return left;
    }
}
