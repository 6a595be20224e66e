package io.lava4j.template.jinja.tree;

import java.util.List;

/** {@code {% if %}} with all its branches. */
public record If(List<Branch> branches, Body otherwise) implements Statement {

    /** A condition and what to do if it holds. */
    public record Branch(Expression condition, Body body) {}

    @Override
    public void run(Frame frame) {
        for (Branch branch : branches) {
            if (branch.condition().evaluate(frame).truth()) {
                branch.body().run(frame);
                return;
            }
        }
        otherwise.run(frame);
    }
}
