package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.library.Tests;
import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Value;

/** {@code subject is name(arguments)}. */
public record Tested(Expression subject, String name, Actual arguments, boolean wanted) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        boolean passed = Tests.apply(name, subject.evaluate(frame), arguments.evaluate(frame), frame.budget());
        return new Bool(passed == wanted);
    }
}
