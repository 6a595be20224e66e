package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Fault;

/** {@code {% set target = value %}}. */
public record SetTo(Target target, Expression value, String place) implements Statement {

    @Override
    public void run(Frame frame) {
        try {
            frame.budget().step();
            target.assign(frame, value.evaluate(frame));
        } catch (Fault fault) {
            throw fault.at(place);
        }
    }
}
