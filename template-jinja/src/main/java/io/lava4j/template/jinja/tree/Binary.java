package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.library.Arithmetic;
import io.lava4j.template.jinja.value.Value;

/** Arithmetic of two. */
public record Binary(String operator, Expression left, Expression right) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        return Arithmetic.apply(operator, left.evaluate(frame), right.evaluate(frame), frame.budget());
    }
}
