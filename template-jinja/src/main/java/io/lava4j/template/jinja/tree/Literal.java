package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Value;

/** A constant. */
public record Literal(Value value) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        return value;
    }
}
