package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Value;

/** A part of a template that has a value. */
public interface Expression {

    Value evaluate(Frame frame);
}
