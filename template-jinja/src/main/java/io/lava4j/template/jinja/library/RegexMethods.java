package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Match;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Points;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Methods of what a regular expression found. */
final class RegexMethods {

    static final Table<Match> TABLE = new Table<Match>()
            .method("group", "*", (self, args) -> groups(self, args.rest()))
            .method(
                    "groups",
                    "default=",
                    (self, args) ->
                            new Tuple(IntStream.rangeClosed(1, self.result().groupCount())
                                    .mapToObj(number -> text(self, number, args.value("default")))
                                    .toList()))
            .method("groupdict", "default=", (self, args) -> named(self, args))
            .method("start", "group=", (self, args) -> position(self, args, self.result()::start))
            .method("end", "group=", (self, args) -> position(self, args, self.result()::end))
            .method(
                    "span",
                    "group=",
                    (self, args) -> Tuple.of(
                            position(self, args, self.result()::start), position(self, args, self.result()::end)))
            .property("string", self -> new Str(self.subject()))
            .property("lastindex", RegexMethods::lastIndex);

    private RegexMethods() {}

    static Value group(Match match, Value key) {
        return text(match, number(match, key), None.NONE);
    }

    static Value text(Match match, int number, Value otherwise) {
        String text = match.result().group(number);
        return text == null ? otherwise : new Str(text);
    }

    private static Value groups(Match match, List<Value> keys) {
        if (keys.size() > 1) {
            return new Tuple(keys.stream().map(key -> group(match, key)).toList());
        }
        return group(match, keys.isEmpty() ? Int.of(0) : keys.get(0));
    }

    private static int number(Match match, Value key) {
        if (key instanceof Str name && match.names().containsKey(name.text())) {
            return match.names().get(name.text());
        }
        if (key instanceof Numeric number && number.isWhole() && number.whole().bitLength() < 31) {
            int group = number.whole().intValue();
            if (group >= 0 && group <= match.result().groupCount()) {
                return group;
            }
        }
        throw new Fault(
                "the regular expression has no such group" + (key instanceof Str name ? " '" + name.text() + "'" : ""));
    }

    private static Value named(Match match, Arguments args) {
        Dict named = new Dict();
        match.names().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(
                        name -> named.put(new Str(name.getKey()), text(match, name.getValue(), args.value("default"))));
        return named;
    }

    private static Value position(Match match, Arguments args, ToIntFunction<Integer> at) {
        int number = args.find("group").isPresent() ? number(match, args.value("group")) : 0;
        return Int.of(Points.position(match.subject(), at.applyAsInt(number)));
    }

    private static Value lastIndex(Match match) {
        return IntStream.rangeClosed(1, match.result().groupCount())
                .filter(number -> match.result().group(number) != null)
                .<Value>mapToObj(Int::of)
                .reduce((first, second) -> second)
                .orElse(None.NONE);
    }
}
