package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.library.Attributes;
import io.lava4j.template.jinja.value.Value;

/** {@code value.name}. */
public record Attribute(Expression value, String name) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        return Attributes.attribute(value.evaluate(frame), name);
    }
}
