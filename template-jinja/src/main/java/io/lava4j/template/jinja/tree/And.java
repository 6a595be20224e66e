package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Value;

/** {@code left and right}. */
public record And(Expression left, Expression right) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        Value first = left.evaluate(frame);
        return first.truth() ? right.evaluate(frame) : first;
    }
}
