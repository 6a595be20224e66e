package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Value;

/** What a body writes, as a value: of {@code {% set x %}…{% endset %}} and {@code {% filter %}}. */
public record Captured(Body body) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        return body.captured(frame.scope());
    }
}
