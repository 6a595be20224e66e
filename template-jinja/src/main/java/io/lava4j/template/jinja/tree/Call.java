package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;

/** {@code function(arguments)}. */
public record Call(Expression function, Actual arguments) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        Value called = Undefined.used(function.evaluate(frame));
        if (called instanceof Function callable) {
            return callable.call(arguments.evaluate(frame), frame.budget());
        }
        throw new Fault("'" + called.type() + "' object is not callable");
    }
}
