package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Sequence;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Value;
import java.util.function.Function;

/** Python's methods of dicts. */
final class DictMethods {

    static final Table<Dict> TABLE = new Table<Dict>()
            .method("get", "key, default=", (self, args) -> self.find(args.value("key"))
                    .orElseGet(() -> args.given("default").orElse(None.NONE)))
            .method("items", "", (self, args) -> list(self, Dict.Entry::pair, args))
            .method("keys", "", (self, args) -> list(self, Dict.Entry::key, args))
            .method("values", "", (self, args) -> list(self, Dict.Entry::value, args))
            .method("copy", "", (self, args) -> copy(self, args))
            .method("pop", "key, default=", (self, args) -> self.remove(args.value("key"))
                    .or(() -> args.given("default"))
                    .orElseThrow(() -> new Fault("pop(): the key is not there")))
            .method("setdefault", "key, default=", (self, args) -> self.find(args.value("key"))
                    .orElseGet(() -> put(self, args)))
            .method("update", "other=, **", (self, args) -> {
                self.putAll(from(args, "other"));
                return None.NONE;
            })
            .method("clear", "", (self, args) -> {
                self.clear();
                return None.NONE;
            });

    private DictMethods() {}

    /** A dict as Python's constructor makes it: of a dict or of pairs, and of named values. */
    static Dict from(Arguments args, String name) {
        Dict made = new Dict();
        Value from = args.value(name);
        args.budget().items(from == None.NONE ? 0 : Iteration.length(from));
        if (from instanceof Dict other) {
            made.putAll(other);
        } else if (from != None.NONE) {
            for (Value pair : Iteration.of(from, args.budget())) {
                args.budget().step();
                if (!(pair instanceof Sequence two) || two.items().size() != 2) {
                    throw new Fault(args.function() + "() expected pairs, found " + pair.type());
                }
                made.put(two.items().get(0), two.items().get(1));
            }
        }
        args.others().forEach((key, value) -> made.put(new Str(key), value));
        return made;
    }

    private static Value list(Dict self, Function<Dict.Entry, Value> part, Arguments args) {
        args.budget().items(self.size());
        return Iteration.list(self.entries().stream().map(part).toList());
    }

    private static Value copy(Dict self, Arguments args) {
        args.budget().items(self.size());
        Dict copy = new Dict();
        copy.putAll(self);
        return copy;
    }

    private static Value put(Dict self, Arguments args) {
        args.budget().items(1);
        self.put(args.value("key"), args.value("default"));
        return args.value("default");
    }
}
