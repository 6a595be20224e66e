package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.tree.Actual;
import io.lava4j.template.jinja.tree.Expression;
import io.lava4j.template.jinja.value.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the arguments of a call. */
final class ArgumentList {

    private final Tokens tokens;
    private final Expressions expressions;
    private final List<Expression> positional = new ArrayList<>();
    private final Map<String, Expression> named = new LinkedHashMap<>();
    private Optional<Expression> spread = Optional.empty();
    private Optional<Expression> spreadNamed = Optional.empty();

    private ArgumentList(Tokens tokens, Expressions expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    static Actual read(Tokens tokens, Expressions expressions) {
        ArgumentList list = new ArgumentList(tokens, expressions);
        tokens.expect("(");
        if (!tokens.skip(")")) {
            do {
                list.next();
            } while (tokens.skip(",") && !tokens.peek().isOperator(")"));
            tokens.expect(")");
        }
        return new Actual(list.positional, list.named, list.spread, list.spreadNamed);
    }

    private void next() {
        if (tokens.skip("*")) {
            spread = Optional.of(expressions.expression());
        } else if (tokens.skip("**")) {
            spreadNamed = Optional.of(expressions.expression());
        } else if (tokens.peek().is(Token.Kind.NAME) && tokens.peekSecond().isOperator("=")) {
            named();
        } else if (named.isEmpty() && spreadNamed.isEmpty()) {
            positional.add(expressions.expression());
        } else {
            throw tokens.fault("a positional argument follows a named one");
        }
    }

    private void named() {
        Token name = tokens.next();
        tokens.expect("=");
        if (named.put(name.text(), expressions.expression()) != null) {
            throw new Fault("argument '" + name.text() + "' is given twice").at(name.place());
        }
    }
}
