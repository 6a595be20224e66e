package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Namespace;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.List;
import java.util.Map;

/** The variable {@code loop}. */
final class Loop {

    private Loop() {}

    static Namespace state(List<Value> values, int index) {
        int size = values.size();
        return new Namespace(
                "loop",
                Map.ofEntries(
                        Map.entry("index", Int.of(index + 1L)),
                        Map.entry("index0", Int.of(index)),
                        Map.entry("revindex", Int.of(size - index)),
                        Map.entry("revindex0", Int.of(size - index - 1L)),
                        Map.entry("first", new Bool(index == 0)),
                        Map.entry("last", new Bool(index == size - 1)),
                        Map.entry("length", Int.of(size)),
                        Map.entry("previtem", at(values, index - 1, "previous")),
                        Map.entry("nextitem", at(values, index + 1, "next")),
                        Map.entry("cycle", Function.of("cycle", "*", args -> cycled(args, index)))));
    }

    private static Value at(List<Value> values, int index, String which) {
        boolean there = index >= 0 && index < values.size();
        return there ? values.get(index) : new Undefined("there is no " + which + " item", false);
    }

    private static Value cycled(Arguments args, int index) {
        if (args.rest().isEmpty()) {
            throw new Fault("no items for cycling given");
        }
        return args.rest().get(index % args.rest().size());
    }
}
