package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.tree.Body;
import io.lava4j.template.jinja.tree.Captured;
import io.lava4j.template.jinja.tree.Expression;
import io.lava4j.template.jinja.tree.For;
import io.lava4j.template.jinja.tree.If;
import io.lava4j.template.jinja.tree.Macro;
import io.lava4j.template.jinja.tree.Print;
import io.lava4j.template.jinja.tree.SetTo;
import io.lava4j.template.jinja.tree.Statement;
import io.lava4j.template.jinja.tree.Target;
import io.lava4j.template.jinja.tree.With;
import io.lava4j.template.jinja.value.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads what stands in {@code {% %}}. */
final class Statements {

    private static final Set<String> REFUSED = Set.of(
            "include",
            "import",
            "from",
            "extends",
            "block",
            "call",
            "do",
            "autoescape",
            "trans",
            "break",
            "continue",
            "debug");

    private final Tokens tokens;
    private final Expressions expressions;
    private final Parser parser;
    private final Map<String, Supplier<Statement>> tags;

    Statements(Tokens tokens, Expressions expressions, Parser parser) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.parser = parser;
        this.tags = Map.of(
                "if", this::ifStatement,
                "for", this::forStatement,
                "set", this::setStatement,
                "with", this::withStatement,
                "filter", this::filterStatement,
                "macro", this::macroStatement);
    }

    /** The next statement; its opening mark is read already. */
    Statement next() {
        Token tag = tokens.peek();
        tokens.expect(Token.Kind.NAME);
        if (REFUSED.contains(tag.text())) {
            throw new Fault("'" + tag.text() + "' is not offered").at(tag.place());
        }
        if (!tags.containsKey(tag.text())) {
            throw new Fault("unknown or misplaced tag '" + tag.text() + "'").at(tag.place());
        }
        return tags.get(tag.text()).get();
    }

    private Body body(String... ends) {
        tokens.expect(Token.Kind.BLOCK_CLOSE);
        return parser.body(Set.of(ends));
    }

    private Body last(String end) {
        Body body = body(end);
        close();
        return body;
    }

    /** Reads the name of the closing tag, and its end. */
    private void close() {
        tokens.next();
        tokens.expect(Token.Kind.BLOCK_CLOSE);
    }

    private Statement ifStatement() {
        List<If.Branch> branches = new ArrayList<>();
        do {
            String place = tokens.peek().place();
            Expression condition = expressions.tuple();
            branches.add(new If.Branch(condition, body("elif", "else", "endif"), place));
        } while (tokens.skipName("elif"));
        return new If(branches, otherwise("endif"));
    }

    private Body otherwise(String end) {
        if (tokens.skipName("else")) {
            return last(end);
        }
        close();
        return new Body(List.of());
    }

    private Statement forStatement() {
        String place = tokens.peek().place();
        Target target = target();
        if (!tokens.skipName("in")) {
            throw tokens.unexpected("'in'");
        }
        Expression items = expressions.tupleWithoutCondition();
        Optional<Expression> wanted = tokens.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
        if (tokens.peek().isName("recursive")) {
            throw tokens.fault("'recursive' is not offered");
        }
        Body body = body("else", "endfor");
        return new For(target, items, wanted, body, otherwise("endfor"), place);
    }

    private Target target() {
        List<Target> targets = new ArrayList<>();
        boolean many = false;
        do {
            targets.add(tokens.skip("(") ? nested() : single());
            many |= tokens.peek().isOperator(",");
        } while (tokens.skip(",")
                && !tokens.peek().isName("in")
                && !tokens.peek().isOperator("="));
        return many ? new Target.Many(targets) : targets.get(0);
    }

    private Target nested() {
        tokens.enter();
        Target target = target();
        tokens.expect(")");
        tokens.leave();
        return target;
    }

    private Target single() {
        Token name = tokens.expect(Token.Kind.NAME);
        if (Set.of("true", "false", "none", "True", "False", "None", "loop").contains(name.text())) {
            throw new Fault("can't assign to '" + name.text() + "'").at(name.place());
        }
        return tokens.skip(".")
                ? new Target.Member(name.text(), tokens.expect(Token.Kind.NAME).text())
                : new Target.Single(name.text());
    }

    private Statement setStatement() {
        String place = tokens.peek().place();
        Target target = target();
        if (tokens.skip("=")) {
            Expression value = expressions.tuple();
            tokens.expect(Token.Kind.BLOCK_CLOSE);
            return new SetTo(target, value, place);
        }
        return new SetTo(target, captured("endset", tokens.skip("|")), place);
    }

    /** A body that becomes a value, through the filters that stand before it. */
    private Expression captured(String end, boolean filtered) {
        List<UnaryOperator<Expression>> filters = new ArrayList<>();
        for (boolean more = filtered; more; more = tokens.skip("|")) {
            filters.add(expressions.filter());
        }
        Expression value = new Captured(last(end));
        for (UnaryOperator<Expression> filter : filters) {
            value = filter.apply(value);
        }
        return value;
    }

    private Statement filterStatement() {
        String place = tokens.peek().place();
        return new Print(captured("endfilter", true), place);
    }

    private Statement withStatement() {
        List<SetTo> sets = new ArrayList<>();
        while (!tokens.peek().is(Token.Kind.BLOCK_CLOSE)) {
            if (!sets.isEmpty()) {
                tokens.expect(",");
            }
            String place = tokens.peek().place();
            Target target = single();
            tokens.expect("=");
            sets.add(new SetTo(target, expressions.expression(), place));
        }
        return new With(sets, last("endwith"));
    }

    private Statement macroStatement() {
        String name = tokens.expect(Token.Kind.NAME).text();
        List<String> parameters = new ArrayList<>();
        Map<String, Expression> defaults = new LinkedHashMap<>();
        tokens.expect("(");
        while (!tokens.skip(")")) {
            if (!parameters.isEmpty()) {
                tokens.expect(",");
            }
            String parameter = tokens.expect(Token.Kind.NAME).text();
            parameters.add(parameter);
            if (tokens.skip("=")) {
                defaults.put(parameter, expressions.expression());
            }
        }
        return new Macro(name, parameters, defaults, last("endmacro"));
    }
}
