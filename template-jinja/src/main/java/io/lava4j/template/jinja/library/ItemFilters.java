package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Comparison;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Given;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.ListValue;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Jinja's filters that look at each item: map, select, sort and their like. */
final class ItemFilters {

    static final Table<Value> TABLE = new Table<Value>()
            .method("map", "*, **", (self, args) -> mapped(self, args))
            .method("select", "*, **", (self, args) -> chosen(self, args, tested(args.rest(), args)))
            .method(
                    "reject",
                    "*, **",
                    (self, args) -> chosen(self, args, tested(args.rest(), args).negate()))
            .method("selectattr", "attribute, *, **", (self, args) -> chosen(self, args, attributeTested(args)))
            .method(
                    "rejectattr",
                    "attribute, *, **",
                    (self, args) -> chosen(self, args, attributeTested(args).negate()))
            .method(
                    "sort",
                    "reverse=, case_sensitive=, attribute=",
                    (self, args) -> Iteration.list(sorted(self, args, key(args))))
            .method("dictsort", "case_sensitive=, by=, reverse=", (self, args) -> dictSorted(self, args))
            .method("unique", "case_sensitive=, attribute=", (self, args) -> unique(self, args))
            .method("groupby", "attribute, default=, case_sensitive=", (self, args) -> grouped(self, args))
            .method("min", "case_sensitive=, attribute=", (self, args) -> extreme(self, args, "min"))
            .method("max", "case_sensitive=, attribute=", (self, args) -> extreme(self, args, "max"));

    private ItemFilters() {}

    /** The attribute of an item that the argument of that name asks for; the item if it asks for none. */
    static Value attribute(Value item, Arguments args) {
        return args.find("attribute")
                .map(path -> found(item, path))
                .filter(value ->
                        !(value instanceof Undefined) || args.given("default").isEmpty())
                .orElseGet(() -> args.find("attribute").isPresent() ? args.value("default") : item);
    }

    private static Value found(Value item, Value path) {
        return path instanceof Str name ? Attributes.path(item, name.text()) : Attributes.item(item, path);
    }

    private static UnaryOperator<Value> key(Arguments args) {
        return item -> folded(attribute(item, args), args);
    }

    private static Value folded(Value value, Arguments args) {
        boolean fold = value instanceof Str && !args.flag("case_sensitive", false);
        return fold ? new Str(((Str) value).text().toLowerCase(Locale.ROOT)) : Undefined.used(value);
    }

    private static Value mapped(Value self, Arguments args) {
        List<Value> mapped = new ArrayList<>();
        for (Value item : ListFilters.items(self, args)) {
            args.budget().step();
            mapped.add(args.rest().isEmpty() ? mappedAttribute(item, args) : filtered(item, args));
        }
        return Iteration.list(mapped);
    }

    private static Value mappedAttribute(Value item, Arguments args) {
        Value path = args.others().get("attribute");
        if (path == null) {
            throw new Fault("map requires a filter or an attribute");
        }
        Value reached = found(item, path);
        return reached instanceof Undefined && args.others().containsKey("default")
                ? args.others().get("default")
                : reached;
    }

    private static Value filtered(Value item, Arguments args) {
        List<Value> rest = args.rest();
        Given given = new Given(rest.subList(1, rest.size()), args.others());
        return Filters.apply(Output.of(rest.get(0), args.budget()), item, given, args.budget());
    }

    private static Predicate<Value> tested(List<Value> test, Arguments args) {
        if (test.isEmpty()) {
            return item -> Undefined.used(item).truth();
        }
        String name = Output.of(test.get(0), args.budget());
        Given given = new Given(test.subList(1, test.size()), args.others());
        return item -> Tests.apply(name, item, given, args.budget());
    }

    private static Predicate<Value> attributeTested(Arguments args) {
        Predicate<Value> test = tested(args.rest(), args);
        return item -> test.test(found(item, args.value("attribute")));
    }

    private static Value chosen(Value self, Arguments args, Predicate<Value> wanted) {
        return Iteration.list(ListFilters.items(self, args).stream()
                .filter(item -> {
                    args.budget().step();
                    return wanted.test(item);
                })
                .toList());
    }

    private static List<Value> sorted(Value self, Arguments args, UnaryOperator<Value> key) {
        Comparator<Value> order = new Comparison(args.budget()).order();
        Comparator<Value> wanted = args.flag("reverse", false) ? order.reversed() : order;
        return ListFilters.items(self, args).stream()
                .map(item -> Tuple.of(key.apply(item), item))
                .sorted((left, right) ->
                        wanted.compare(left.items().get(0), right.items().get(0)))
                .map(pair -> pair.items().get(1))
                .toList();
    }

    private static Value dictSorted(Value self, Arguments args) {
        String by = args.text("by", "key");
        if (!(self instanceof Dict dict) || !by.equals("key") && !by.equals("value")) {
            throw new Fault("dictsort needs a dict, and by 'key' or by 'value'");
        }
        args.budget().items(dict.size());
        Value pairs = Iteration.list(
                dict.entries().stream().<Value>map(Dict.Entry::pair).toList());
        Int part = Int.of(by.equals("key") ? 0 : 1);
        return Iteration.list(sorted(pairs, args, pair -> folded(Attributes.item(pair, part), args)));
    }

    private static Value unique(Value self, Arguments args) {
        Dict seen = new Dict();
        for (Value item : ListFilters.items(self, args)) {
            args.budget().step();
            Value key = key(args).apply(item);
            if (seen.find(key).isEmpty()) {
                seen.put(key, item);
            }
        }
        return Iteration.list(seen.entries().stream().map(Dict.Entry::value).toList());
    }

    private static Value grouped(Value self, Arguments args) {
        Comparison comparison = new Comparison(args.budget());
        List<Value> groups = new ArrayList<>();
        List<Value> group = new ArrayList<>();
        Value last = null;
        for (Value item : sorted(self, args, key(args))) {
            Value key = key(args).apply(item);
            if (last == null || !comparison.equal(last, key)) {
                group = new ArrayList<>();
                groups.add(Tuple.of(attribute(item, args), new ListValue(group)));
                last = key;
            }
            group.add(item);
        }
        return Iteration.list(groups);
    }

    private static Value extreme(Value self, Arguments args, String which) {
        Comparator<Value> order = Comparator.comparing(key(args), new Comparison(args.budget()).order());
        Comparator<Value> wanted = which.equals("min") ? order : order.reversed();
        return ListFilters.items(self, args).stream()
                .reduce((best, item) -> wanted.compare(item, best) < 0 ? item : best)
                .orElseGet(() -> new Undefined("no " + which + " item, sequence was empty", false));
    }
}
