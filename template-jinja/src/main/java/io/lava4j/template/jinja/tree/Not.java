package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Value;

/** {@code not value}. */
public record Not(Expression value) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        return new Bool(!value.evaluate(frame).truth());
    }
}
