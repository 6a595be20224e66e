package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.library.Arithmetic;
import io.lava4j.template.jinja.value.Value;

/** {@code -value} or {@code +value}. */
public record Signed(Expression value, boolean negative) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        Value operand = value.evaluate(frame);
        return negative ? Arithmetic.negated(operand) : Arithmetic.positive(operand);
    }
}
