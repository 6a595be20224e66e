package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Value;
import java.util.List;

/** {@code {a: b}}. */
public record DictLiteral(List<Entry> entries) implements Expression {

    /** One key and its value. */
    public record Entry(Expression key, Expression value) {}

    @Override
    public Value evaluate(Frame frame) {
        frame.budget().items(entries.size());
        Dict dict = new Dict();
        entries.forEach(
                entry -> dict.put(entry.key().evaluate(frame), entry.value().evaluate(frame)));
        return dict;
    }
}
