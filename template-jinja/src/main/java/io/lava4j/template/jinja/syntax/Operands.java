package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.tree.DictLiteral;
import io.lava4j.template.jinja.tree.Expression;
import io.lava4j.template.jinja.tree.ListLiteral;
import io.lava4j.template.jinja.tree.Literal;
import io.lava4j.template.jinja.tree.Located;
import io.lava4j.template.jinja.tree.Name;
import io.lava4j.template.jinja.tree.Signed;
import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads what stands between operators: literals, names, and what is attached to them. */
final class Operands {

    private static final Map<String, Value> CONSTANTS = Map.of(
            "true", new Bool(true),
            "True", new Bool(true),
            "false", new Bool(false),
            "False", new Bool(false),
            "none", None.NONE,
            "None", None.NONE);

    private final Tokens tokens;
    private final Expressions expressions;
    private final Attached attached;

    Operands(Tokens tokens, Expressions expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.attached = new Attached(tokens, expressions, this);
    }

    Expression unary(boolean filtered) {
        Token sign = tokens.peek();
        Expression operand;
        if (sign.isOperator("-") || sign.isOperator("+")) {
            tokens.next();
            tokens.enter();
            operand = new Located(new Signed(unary(false), sign.isOperator("-")), sign.place());
            tokens.leave();
        } else {
            operand = primary();
        }
        Expression whole = attached.members(operand);
        return filtered ? attached.filters(whole) : whole;
    }

    /** A value without an operator, as the argument of a test may be without brackets. */
    Expression simple() {
        return attached.members(primary());
    }

    UnaryOperator<Expression> filter() {
        return attached.filter();
    }

    private Expression primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> name(tokens.next());
            case STRING -> string();
            case INTEGER -> new Literal(NumberLiteral.whole(tokens.next()));
            case FLOAT -> new Literal(NumberLiteral.real(tokens.next()));
            default -> bracketed(token);
        };
    }

    private static Expression name(Token name) {
        return CONSTANTS.containsKey(name.text())
                ? new Literal(CONSTANTS.get(name.text()))
                : new Located(new Name(name.text()), name.place());
    }

    private Expression string() {
        StringBuilder text = new StringBuilder();
        while (tokens.peek().is(Token.Kind.STRING)) {
            text.append(tokens.next().text());
        }
        return new Literal(new Str(text.toString()));
    }

    private Expression bracketed(Token token) {
        if (tokens.skip("(")) {
            Expression inner = tuple(expressions::expression, true);
            tokens.expect(")");
            return inner;
        }
        if (tokens.skip("[")) {
            return new Located(new ListLiteral(items(), false), token.place());
        }
        if (tokens.skip("{")) {
            return new Located(new DictLiteral(entries()), token.place());
        }
        throw tokens.fault("expected an expression, got " + token.described());
    }

    /** One value, or many with commas between them. */
    Expression tuple(Supplier<Expression> item, boolean mayBeEmpty) {
        String place = tokens.peek().place();
        if (mayBeEmpty && tokens.peek().isOperator(")")) {
            return new Literal(Tuple.of());
        }
        List<Expression> items = new ArrayList<>();
        items.add(item.get());
        boolean comma = false;
        while (tokens.skip(",")) {
            comma = true;
            if (isEndOfTuple()) {
                break;
            }
            items.add(item.get());
        }
        return comma ? new Located(new ListLiteral(items, true), place) : items.get(0);
    }

    private boolean isEndOfTuple() {
        Token token = tokens.peek();
        return token.is(Token.Kind.PRINT_CLOSE)
                || token.is(Token.Kind.BLOCK_CLOSE)
                || token.isOperator(")")
                || token.isName("in");
    }

    private List<Expression> items() {
        List<Expression> items = new ArrayList<>();
        separated("]", () -> items.add(expressions.expression()));
        return items;
    }

    private List<DictLiteral.Entry> entries() {
        List<DictLiteral.Entry> entries = new ArrayList<>();
        separated("}", () -> {
            Expression key = expressions.expression();
            tokens.expect(":");
            entries.add(new DictLiteral.Entry(key, expressions.expression()));
        });
        return entries;
    }

    private void separated(String close, Runnable item) {
        if (tokens.skip(close)) {
            return;
        }
        do {
            item.run();
        } while (tokens.skip(",") && !tokens.peek().isOperator(close));
        tokens.expect(close);
    }
}
