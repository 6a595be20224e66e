package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.regex.PythonPattern;
import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Given;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.Match;
import io.lava4j.template.jinja.value.Namespace;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/** {@code utils.re}. */
final class Regex {

    static final Namespace MODULE = new Namespace("module 're'", members());

    private Regex() {}

    private static Map<String, Value> members() {
        Map<String, Value> members = new HashMap<>();
        Map.of("I", 2, "IGNORECASE", 2, "M", 8, "MULTILINE", 8, "S", 16, "DOTALL", 16, "X", 64, "VERBOSE", 64, "A", 256)
                .forEach((name, flag) -> members.put(name, Int.of(flag)));
        List.of(
                        Function.of("search", "pattern, string, flags=", args -> first(args, Matcher::find)),
                        Function.of("match", "pattern, string, flags=", args -> first(args, Matcher::lookingAt)),
                        Function.of("fullmatch", "pattern, string, flags=", args -> first(args, Matcher::matches)),
                        Function.of("findall", "pattern, string, flags=", Regex::findAll),
                        Function.of(
                                "finditer",
                                "pattern, string, flags=",
                                args -> Iteration.list(new ArrayList<>(all(args)))),
                        Function.of("split", "pattern, string, maxsplit=, flags=", Regex::split),
                        Function.of("sub", "pattern, repl, string, count=, flags=", Regex::substitute),
                        Function.of("escape", "pattern", Regex::escape))
                .forEach(function -> members.put(function.name(), function));
        return Map.copyOf(members);
    }

    private static PythonPattern pattern(Arguments args) {
        return PythonPattern.of(args.text("pattern"), args.number("flags", 0));
    }

    private static Value first(Arguments args, Predicate<Matcher> look) {
        PythonPattern pattern = pattern(args);
        String subject = args.text("string");
        return pattern.first(subject, args.budget(), look)
                .<Value>map(found -> new Match(found, pattern.names(), subject))
                .orElse(None.NONE);
    }

    private static List<Match> all(Arguments args) {
        PythonPattern pattern = pattern(args);
        String subject = args.text("string");
        return pattern.all(subject, args.budget()).stream()
                .map(found -> new Match(found, pattern.names(), subject))
                .toList();
    }

    private static Value findAll(Arguments args) {
        return Iteration.list(all(args).stream().map(Regex::groups).toList());
    }

    /** As findall gives it: the one group, a tuple of many, else the whole. */
    private static Value groups(Match match) {
        int count = match.result().groupCount();
        if (count < 2) {
            return RegexMethods.text(match, count, new Str(""));
        }
        return new Tuple(IntStream.rangeClosed(1, count)
                .mapToObj(number -> RegexMethods.text(match, number, new Str("")))
                .toList());
    }

    private static Value split(Arguments args) {
        int most = args.number("maxsplit", 0);
        String subject = args.text("string");
        List<Value> parts = new ArrayList<>();
        int at = 0;
        int done = 0;
        for (Match match : all(args)) {
            if (most > 0 && done++ >= most) {
                break;
            }
            parts.add(new Str(subject.substring(at, match.result().start())));
            IntStream.rangeClosed(1, match.result().groupCount())
                    .forEach(number -> parts.add(RegexMethods.text(match, number, None.NONE)));
            at = match.result().end();
        }
        parts.add(new Str(subject.substring(at)));
        return Iteration.list(parts);
    }

    private static Value substitute(Arguments args) {
        int most = args.number("count", 0);
        String subject = args.text("string");
        Output out = new Output(args.budget());
        int at = 0;
        int done = 0;
        for (Match match : all(args)) {
            if (most > 0 && done++ >= most) {
                break;
            }
            out.append(subject.substring(at, match.result().start())).append(replacement(match, args));
            at = match.result().end();
        }
        return out.append(subject.substring(at)).value();
    }

    private static String replacement(Match match, Arguments args) {
        if (!(args.value("repl") instanceof Function function)) {
            return Replacement.of(args.text("repl"), match, args.budget());
        }
        if (function.call(new Given(List.of(match), Map.of()), args.budget()) instanceof Str text) {
            return text.text();
        }
        throw new Fault("sub(): the function must return a string");
    }

    private static Value escape(Arguments args) {
        Output out = new Output(args.budget());
        args.text("pattern")
                .codePoints()
                .forEach(point -> out.append(
                        "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f".indexOf(point) >= 0
                                ? "\\" + Character.toString(point)
                                : Character.toString(point)));
        return out.value();
    }
}
