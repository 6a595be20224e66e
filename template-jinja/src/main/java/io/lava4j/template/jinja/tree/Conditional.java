package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.Optional;

/** {@code then if condition else otherwise}. */
public record Conditional(Expression condition, Expression then, Optional<Expression> otherwise) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        if (condition.evaluate(frame).truth()) {
            return then.evaluate(frame);
        }
        return otherwise.map(other -> other.evaluate(frame)).orElseGet(Undefined::noElse);
    }
}
