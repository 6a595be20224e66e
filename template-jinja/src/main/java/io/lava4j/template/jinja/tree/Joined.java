package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Value;
import java.util.List;

/** {@code a ~ b ~ c}. */
public record Joined(List<Expression> parts) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        Output out = new Output(frame.budget());
        parts.forEach(part -> out.append(Output.of(part.evaluate(frame), frame.budget())));
        return out.value();
    }
}
