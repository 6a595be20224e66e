package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.ListValue;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code [a, b]} or {@code (a, b)}. */
public record ListLiteral(List<Expression> items, boolean tuple) implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        frame.budget().items(items.size());
        List<Value> values = new ArrayList<>();
        items.forEach(item -> values.add(item.evaluate(frame)));
        return tuple ? new Tuple(values) : new ListValue(values);
    }
}
