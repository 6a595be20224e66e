package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.library.Filters;
import io.lava4j.template.jinja.value.Value;

/** {@code subject | name(arguments)}. */
public record Filtered(Expression subject, String name, Actual arguments) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        return Filters.apply(name, subject.evaluate(frame), arguments.evaluate(frame), frame.budget());
    }
}
