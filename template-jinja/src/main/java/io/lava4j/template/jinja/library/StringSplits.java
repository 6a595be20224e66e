package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.Search;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Python's methods of strings that take them apart. */
final class StringSplits {

    static final Table<Str> TABLE = new Table<Str>()
            .method("split", "sep=, maxsplit=", (self, args) -> split(self.text(), args, false))
            .method("rsplit", "sep=, maxsplit=", (self, args) -> split(self.text(), args, true))
            .method(
                    "splitlines",
                    "keepends=",
                    (self, args) -> values(Spaces.lines(self.text(), args.flag("keepends", false)), args.budget()))
            .method("partition", "sep", (self, args) -> partition(self.text(), separator(args), false))
            .method("rpartition", "sep", (self, args) -> partition(self.text(), separator(args), true));

    private StringSplits() {}

    static Value values(List<String> texts, Budget budget) {
        budget.items(texts.size());
        return Iteration.list(texts.stream().<Value>map(Str::new).toList());
    }

    private static Value split(String text, Arguments args, boolean last) {
        int most = args.number("maxsplit", -1);
        int limit = most < 0 ? Budget.MOST_ITEMS : most;
        List<String> parts = args.find("sep").isEmpty()
                ? last ? bySpaceFromEnd(text, limit) : bySpace(text, limit)
                : last ? fromEnd(text, separator(args), limit) : fromStart(text, separator(args), limit);
        return values(parts, args.budget());
    }

    private static String separator(Arguments args) {
        if (args.text("sep").isEmpty()) {
            throw new Fault("empty separator");
        }
        return args.text("sep");
    }

    private static List<String> fromStart(String text, String separator, int limit) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = Search.first(text, separator, 0);
                at >= 0 && parts.size() < limit;
                at = Search.first(text, separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> fromEnd(String text, String separator, int limit) {
        List<String> parts = new ArrayList<>();
        int end = text.length();
        for (int at = Search.last(text, separator, end);
                at >= 0 && parts.size() < limit;
                at = Search.last(text, separator, end)) {
            parts.add(text.substring(at + separator.length(), end));
            end = at;
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    private static List<String> bySpace(String text, int limit) {
        List<String> parts = new ArrayList<>();
        int at = skip(text, 0, true);
        while (at < text.length() && parts.size() < limit) {
            int end = skip(text, at, false);
            parts.add(text.substring(at, end));
            at = skip(text, end, true);
        }
        if (at < text.length()) {
            parts.add(text.substring(at));
        }
        return parts;
    }

    private static int skip(String text, int from, boolean spaces) {
        int at = from;
        while (at < text.length() && Spaces.isSpace(text.charAt(at)) == spaces) {
            at++;
        }
        return at;
    }

    private static List<String> bySpaceFromEnd(String text, int limit) {
        List<String> parts = new ArrayList<>();
        int end = skipBack(text, text.length(), true);
        while (end > 0 && parts.size() < limit) {
            int start = skipBack(text, end, false);
            parts.add(text.substring(start, end));
            end = skipBack(text, start, true);
        }
        if (end > 0) {
            parts.add(text.substring(0, end));
        }
        Collections.reverse(parts);
        return parts;
    }

    private static int skipBack(String text, int from, boolean spaces) {
        int at = from;
        while (at > 0 && Spaces.isSpace(text.charAt(at - 1)) == spaces) {
            at--;
        }
        return at;
    }

    private static Value partition(String text, String separator, boolean last) {
        int at = last ? Search.last(text, separator, text.length()) : Search.first(text, separator, 0);
        Str nothing = new Str("");
        if (at < 0) {
            return last ? Tuple.of(nothing, nothing, new Str(text)) : Tuple.of(new Str(text), nothing, nothing);
        }
        return Tuple.of(
                new Str(text.substring(0, at)), new Str(separator), new Str(text.substring(at + separator.length())));
    }
}
