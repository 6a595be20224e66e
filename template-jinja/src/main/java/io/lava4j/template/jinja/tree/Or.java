package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;

/** {@code left or right}; an undefined left counts as false, which Jinja's strict mode does not allow. */
public record Or(Expression left, Expression right) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        Value first = left.evaluate(frame);
        return first instanceof Undefined || !first.truth() ? right.evaluate(frame) : first;
    }
}
