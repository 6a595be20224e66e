package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Value;

/** A variable. */
public record Name(String name) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        return frame.find(name);
    }
}
