package io.lava4j.template.jinja.value;

import java.util.List;

/** A tuple. */
public record Tuple(List<Value> items) implements Sequence {

    public static Tuple of(Value... items) {
        return new Tuple(List.of(items));
    }

    @Override
    public String type() {
        return "tuple";
    }

    @Override
    public Tuple with(List<Value> other) {
        return new Tuple(other);
    }

    @Override
    public void represent(Output out) {
        out.all("(", items, items.size() == 1 ? ",)" : ")");
    }
}
