package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Output;

/** {@code {{ value }}}. */
public record Print(Expression value, String place) implements Statement {

    @Override
    public void run(Frame frame) {
        try {
            frame.out().append(Output.of(value.evaluate(frame), frame.budget()));
        } catch (Fault fault) {
            throw fault.at(place);
        }
    }
}
