package io.lava4j.template.jinja.value;

import java.util.ArrayList;
import java.util.List;

/** Walks what can be walked. */
public final class Iteration {

    private Iteration() {}

    /** A list of its own: what is walked may change meanwhile. */
    public static List<Value> of(Value value, Budget budget) {
        budget.items(length(value));
        if (value instanceof Str string) {
            return Points.characters(string.text());
        }
        if (value instanceof Sequence sequence) {
            return new ArrayList<>(sequence.items());
        }
        if (value instanceof Dict dict) {
            return dict.entries().stream().map(Dict.Entry::key).toList();
        }
        return List.of();
    }

    public static int length(Value value) {
        if (value instanceof Str string) {
            return Points.length(string.text());
        }
        if (value instanceof Sequence sequence) {
            return sequence.items().size();
        }
        if (value instanceof Dict dict) {
            return dict.size();
        }
        if (Undefined.used(value) instanceof Undefined) {
            return 0;
        }
        throw new Fault("'" + value.type() + "' object is not iterable");
    }

    public static ListValue list(List<Value> items) {
        return new ListValue(new ArrayList<>(items));
    }
}
