package io.lava4j.template.jinja.tree;

import java.util.List;

/** {@code {% with a = 1 %}}. */
public record With(List<SetTo> sets, Body body) implements Statement {

    @Override
    public void run(Frame frame) {
        Frame scope = frame.scope();
        sets.forEach(set -> set.run(scope));
        body.run(scope);
    }
}
