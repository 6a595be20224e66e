package io.lava4j.template.jinja.value;

import java.util.List;

/** A list, which a template may change. */
public record ListValue(List<Value> items) implements Sequence {

    @Override
    public String type() {
        return "list";
    }

    @Override
    public ListValue with(List<Value> other) {
        return new ListValue(other);
    }

    @Override
    public void represent(Output out) {
        out.all("[", items, "]");
    }
}
