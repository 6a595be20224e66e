package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Comparison;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.ListValue;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Sequence;
import io.lava4j.template.jinja.value.Value;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Python's methods of lists and tuples. */
final class ListMethods {

    static final Table<Sequence> SEQUENCE = new Table<Sequence>()
            .method("index", "value", (self, args) -> Int.of(index(self, args)))
            .method("count", "value", (self, args) -> count(self, args));

    static final Table<ListValue> TABLE = new Table<ListValue>()
            .method("index", "value", (self, args) -> Int.of(index(self, args)))
            .method("count", "value", (self, args) -> count(self, args))
            .method(
                    "append",
                    "value",
                    (self, args) -> added(self, self.items().size(), List.of(args.value("value")), args))
            .method(
                    "extend",
                    "iterable",
                    (self, args) ->
                            added(self, self.items().size(), Iteration.of(args.value("iterable"), args.budget()), args))
            .method(
                    "insert",
                    "index, value",
                    (self, args) -> added(self, place(self, args), List.of(args.value("value")), args))
            .method("pop", "index=", (self, args) -> popped(self, args))
            .method("remove", "value", (self, args) -> {
                self.items().remove(index(self, args));
                return None.NONE;
            })
            .method("clear", "", (self, args) -> {
                self.items().clear();
                return None.NONE;
            })
            .method("reverse", "", (self, args) -> {
                Collections.reverse(self.items());
                return None.NONE;
            })
            .method("sort", "reverse=", (self, args) -> sorted(self, args))
            .method("copy", "", (self, args) -> Iteration.list(Iteration.of(self, args.budget())));

    private ListMethods() {}

    private static int index(Sequence self, Arguments args) {
        Comparison comparison = new Comparison(args.budget());
        for (int index = 0; index < self.items().size(); index++) {
            if (comparison.equal(self.items().get(index), args.value("value"))) {
                return index;
            }
        }
        throw new Fault(args.function() + "(): the value is not in the " + self.type());
    }

    private static Value count(Sequence self, Arguments args) {
        Comparison comparison = new Comparison(args.budget());
        return Int.of(self.items().stream()
                .filter(item -> comparison.equal(item, args.value("value")))
                .count());
    }

    private static Value added(ListValue self, int at, List<Value> more, Arguments args) {
        args.budget().items(more.size());
        if (self.items().size() + more.size() > Budget.MOST_ITEMS) {
            args.budget().items((long) self.items().size() + more.size());
        }
        self.items().addAll(at, more);
        return None.NONE;
    }

    private static int place(ListValue self, Arguments args) {
        int size = self.items().size();
        int index = args.number("index");
        return Math.max(0, Math.min(size, index < 0 ? index + size : index));
    }

    private static Value popped(ListValue self, Arguments args) {
        int index = args.number("index", -1);
        int at = index < 0 ? index + self.items().size() : index;
        if (at < 0 || at >= self.items().size()) {
            throw new Fault("pop index out of range");
        }
        return self.items().remove(at);
    }

    private static Value sorted(ListValue self, Arguments args) {
        Comparator<Value> order = new Comparison(args.budget()).order();
        self.items().sort(args.flag("reverse", false) ? order.reversed() : order);
        return None.NONE;
    }
}
