package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.Namespace;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Names that every template knows. */
public final class Globals {

    private static final Map<String, Value> NAMES = Map.of(
            "range", Function.of("range", "start, stop=, step=", Globals::range),
            "dict", Function.of("dict", "mapping=, **", args -> DictMethods.from(args, "mapping")),
            "namespace", Function.of("namespace", "mapping=, **", Globals::namespace),
            "utils", Utils.MODULE);

    private Globals() {}

    public static Optional<Value> find(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    private static Value range(Arguments args) {
        boolean bounded = args.find("stop").isPresent();
        int start = bounded ? args.number("start") : 0;
        int stop = bounded ? args.number("stop") : args.number("start");
        int step = args.number("step", 1);
        if (step == 0) {
            throw new Fault("range() arg 3 must not be zero");
        }
        long distance = step > 0 ? (long) stop - start : (long) start - stop;
        long count = distance <= 0 ? 0 : (distance - 1) / Math.abs((long) step) + 1;
        args.budget().items(count);
        return Iteration.list(LongStream.range(0, count)
                .<Value>mapToObj(index -> Int.of(start + index * step))
                .toList());
    }

    private static Value namespace(Arguments args) {
        Map<String, Value> members = new HashMap<>();
        DictMethods.from(args, "mapping")
                .entries()
                .forEach(entry -> members.put(Output.of(entry.key(), args.budget()), entry.value()));
        return new Namespace("Namespace", members);
    }
}
