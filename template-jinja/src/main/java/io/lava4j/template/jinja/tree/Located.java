package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Value;

/**
 * An expression whose place is known. Each is a step, and a level of depth.
 *
 * @param place for messages
 */
public record Located(Expression inner, String place) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        try {
            frame.budget().step();
            frame.budget().enter();
            Value value = inner.evaluate(frame);
            frame.budget().leave();
            return value;
        } catch (Fault fault) {
            throw fault.at(place);
        }
    }
}
