package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Points;
import io.lava4j.template.jinja.value.Search;
import io.lava4j.template.jinja.value.Sequence;
import io.lava4j.template.jinja.value.Slice;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Python's methods of strings that look for a part of them. */
final class StringSearch {

    static final Table<Str> TABLE = new Table<Str>()
            .method("find", "sub, start=, end=", (self, args) -> Int.of(found(self, args, false)))
            .method("rfind", "sub, start=, end=", (self, args) -> Int.of(found(self, args, true)))
            .method("index", "sub, start=, end=", (self, args) -> Int.of(required(found(self, args, false))))
            .method("rindex", "sub, start=, end=", (self, args) -> Int.of(required(found(self, args, true))))
            .method("count", "sub, start=, end=", (self, args) -> count(self, args))
            .method("startswith", "prefix, start=, end=", (self, args) -> any(self, args, "prefix", String::startsWith))
            .method("endswith", "suffix, start=, end=", (self, args) -> any(self, args, "suffix", String::endsWith))
            .method("removeprefix", "prefix", (self, args) -> withoutPrefix(self.text(), args.text("prefix")))
            .method("removesuffix", "suffix", (self, args) -> withoutSuffix(self.text(), args.text("suffix")))
            .method(
                    "replace",
                    "old, new, count=",
                    (self, args) -> new Str(replaced(
                            self.text(), args.text("old"), args.text("new"), args.number("count", -1), args.budget())));

    private StringSearch() {}

    /** Replaces, at most so often if {@code most} is not negative. */
    static String replaced(String text, String old, String with, int most, Budget budget) {
        Output out = new Output(budget);
        int left = most < 0 ? Integer.MAX_VALUE : most;
        int at = 0;
        while (left-- > 0) {
            int found = Search.first(text, old, at);
            if (found < 0) {
                break;
            }
            budget.look();
            int next = found + old.length();
            out.append(text.substring(at, found)).append(with);
            if (old.isEmpty()) {
                if (found == text.length()) {
                    return out.toString();
                }
                next = found + Character.charCount(text.codePointAt(found));
                out.append(text.substring(found, next));
            }
            at = next;
        }
        return out.append(text.substring(at)).toString();
    }

    private static String part(Str self, Arguments args) {
        if (args.find("start").isEmpty() && args.find("end").isEmpty()) {
            return self.text();
        }
        return Points.pick(self.text(), slice(args).positions(Points.length(self.text())));
    }

    private static Slice slice(Arguments args) {
        return new Slice(position(args, "start"), position(args, "end"), 1);
    }

    private static Optional<Integer> position(Arguments args, String name) {
        return args.find(name).map(given -> args.number(name));
    }

    private static int found(Str self, Arguments args, boolean last) {
        String text = part(self, args);
        String wanted = args.text("sub");
        int at = last ? Search.last(text, wanted, text.length()) : Search.first(text, wanted, 0);
        int length = Points.length(self.text());
        int skipped = slice(args).positions(length).findFirst().orElse(0);
        return at < 0 ? -1 : Points.position(text, at) + skipped;
    }

    private static int required(int found) {
        if (found < 0) {
            throw new Fault("substring not found");
        }
        return found;
    }

    private static Value count(Str self, Arguments args) {
        String text = part(self, args);
        String wanted = args.text("sub");
        if (wanted.isEmpty()) {
            return Int.of(Points.length(text) + 1);
        }
        int count = 0;
        for (int at = Search.first(text, wanted, 0); at >= 0; at = Search.first(text, wanted, at + wanted.length())) {
            count++;
        }
        return Int.of(count);
    }

    private static Value any(Str self, Arguments args, String name, BiPredicate<String, String> test) {
        String text = part(self, args);
        List<Value> wanted = args.value(name) instanceof Sequence many ? many.items() : List.of(args.value(name));
        return new Bool(wanted.stream().anyMatch(one -> test.test(text, string(args, name, one))));
    }

    private static String string(Arguments args, String name, Value value) {
        if (value instanceof Str string) {
            return string.text();
        }
        throw args.wrong(name, "a string or a tuple of strings");
    }

    private static Value withoutPrefix(String text, String prefix) {
        return new Str(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
    }

    private static Value withoutSuffix(String text, String suffix) {
        return new Str(text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
    }
}
