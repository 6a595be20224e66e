package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Jinja's filters of lists as a whole. */
final class ListFilters {

    static final Table<Value> TABLE = new Table<Value>()
            .method("length", "", (self, args) -> Int.of(Iteration.length(self)))
            .alias("count", "length")
            .method("first", "", (self, args) -> end(items(self, args), "first"))
            .method("last", "", (self, args) -> end(reversed(items(self, args)), "last"))
            .method("list", "", (self, args) -> Iteration.list(items(self, args)))
            .method(
                    "items",
                    "",
                    (self, args) -> Iteration.list(dict(self, args).entries().stream()
                            .<Value>map(Dict.Entry::pair)
                            .toList()))
            .method("join", "d=, attribute=", (self, args) -> joined(self, args))
            .method("sum", "attribute=, start=", (self, args) -> items(self, args).stream()
                    .map(item -> ItemFilters.attribute(item, args))
                    .reduce(
                            args.given("start").orElse(Int.of(0)),
                            (sum, item) -> Arithmetic.apply("+", sum, item, args.budget())))
            .method("reverse", "", (self, args) -> reversed(self, args))
            .method("batch", "linecount, fill_with=", (self, args) -> batches(self, args))
            .method("slice", "slices, fill_with=", (self, args) -> slices(self, args));

    private ListFilters() {}

    static List<Value> items(Value self, Arguments args) {
        return Iteration.of(self, args.budget());
    }

    private static Dict dict(Value self, Arguments args) {
        if (self instanceof Dict dict) {
            args.budget().items(dict.size());
            return dict;
        }
        throw new Fault("can only get item pairs from a mapping");
    }

    private static Value end(List<Value> items, String which) {
        return items.isEmpty() ? new Undefined("no " + which + " item, sequence was empty", false) : items.get(0);
    }

    private static List<Value> reversed(List<Value> items) {
        List<Value> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Value reversed(Value self, Arguments args) {
        if (self instanceof Str string) {
            return new Str(new StringBuilder(string.text()).reverse().toString());
        }
        return Iteration.list(reversed(items(self, args)));
    }

    private static Value joined(Value self, Arguments args) {
        String separator =
                args.find("d").map(value -> Output.of(value, args.budget())).orElse("");
        Output out = new Output(args.budget());
        String before = "";
        for (Value item : items(self, args)) {
            out.append(before).append(Output.of(ItemFilters.attribute(item, args), args.budget()));
            before = separator;
        }
        return out.value();
    }

    private static int positive(Arguments args, String name) {
        if (args.number(name) < 1) {
            throw args.wrong(name, "a number above zero");
        }
        return args.number(name);
    }

    private static Value batches(Value self, Arguments args) {
        int size = positive(args, "linecount");
        List<Value> items = items(self, args);
        List<Value> batches = new ArrayList<>();
        for (int at = 0; at < items.size(); at += size) {
            int end = (int) Math.min(items.size(), (long) at + size);
            batches.add(filled(items.subList(at, end), args, size));
            if (end == items.size()) {
                break;
            }
        }
        return Iteration.list(batches);
    }

    private static Value filled(List<Value> items, Arguments args, int size) {
        List<Value> filled = new ArrayList<>(items);
        if (args.find("fill_with").isPresent()) {
            args.budget().items(size);
            filled.addAll(Collections.nCopies(size - items.size(), args.value("fill_with")));
        }
        return Iteration.list(filled);
    }

    private static Value slices(Value self, Arguments args) {
        int count = positive(args, "slices");
        args.budget().items(count);
        List<Value> items = items(self, args);
        int least = items.size() / count;
        int longer = items.size() % count;
        List<Value> slices = new ArrayList<>();
        int at = 0;
        for (int index = 0; index < count; index++) {
            int end = at + least + (index < longer ? 1 : 0);
            slices.add(filled(items.subList(at, end), args, index < longer || longer == 0 ? end - at : end - at + 1));
            at = end;
        }
        return Iteration.list(slices);
    }
}
