package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Fault;
import java.util.List;

/** {@code {% if %}} with all its branches. */
public record If(List<Branch> branches, Body otherwise) implements Statement {

    /** A condition and what to do if it holds. */
    public record Branch(Expression condition, Body body, String place) {

        private boolean isWanted(Frame frame) {
            try {
                return condition.evaluate(frame).truth();
            } catch (Fault fault) {
                throw fault.at(place);
            }
        }
    }

    @Override
    public void run(Frame frame) {
        for (Branch branch : branches) {
            if (branch.isWanted(frame)) {
                branch.body().run(frame);
                return;
            }
        }
        otherwise.run(frame);
    }
}
