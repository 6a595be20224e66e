package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.library.Attributes;
import io.lava4j.template.jinja.value.Value;

/** {@code value[key]}. */
public record Item(Expression value, Expression key) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        return Attributes.item(value.evaluate(frame), key.evaluate(frame));
    }
}
