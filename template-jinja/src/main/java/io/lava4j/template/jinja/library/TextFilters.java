package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.text.PercentFormat;
import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Given;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jinja's filters of text: letters, replacing, escaping. What is no string is taken as it prints. */
final class TextFilters {

    private static final Pattern WORD = Pattern.compile("[-\\s({\\[<]+|[^-\\s({\\[<]+");
    private static final String UNESCAPED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~";

    static final Table<Value> TABLE = new Table<Value>()
            .method("lower", "", text(text -> text.toLowerCase(Locale.ROOT)))
            .method("upper", "", text(text -> text.toUpperCase(Locale.ROOT)))
            .method("capitalize", "", text(StringMethods::capitalized))
            .method("title", "", text(TextFilters::titled))
            .method("string", "", text(text -> text))
            .method("safe", "", text(text -> text))
            .method("trim", "chars=", (self, args) -> string(self, "strip", args, "chars"))
            .method("center", "width=", (self, args) -> centered(self, args))
            .method(
                    "replace",
                    "old, new, count=",
                    (self, args) -> new Str(StringSearch.replaced(
                            Output.of(self, args.budget()),
                            Output.of(args.value("old"), args.budget()),
                            Output.of(args.value("new"), args.budget()),
                            args.number("count", -1),
                            args.budget())))
            .method("format", "*, **", (self, args) -> formatted(self, args))
            .method("escape", "", (self, args) -> escaped(self, args))
            .alias("e", "escape")
            .alias("forceescape", "escape")
            .method("urlencode", "", (self, args) -> urlEncoded(self, args))
            .method("wordcount", "", (self, args) -> Int.of(words(Output.of(self, args.budget()))))
            .method("pprint", "", (self, args) -> new Str(Output.representation(self, args.budget())));

    private TextFilters() {}

    private static Table.Method<Value> text(UnaryOperator<String> change) {
        return (self, args) -> new Str(change.apply(Output.of(self, args.budget())));
    }

    private static String titled(String text) {
        Matcher word = WORD.matcher(text);
        return word.replaceAll(found -> Matcher.quoteReplacement(StringMethods.capitalized(found.group())));
    }

    private static Value string(Value self, String method, Arguments args, String name) {
        List<Value> given = args.find(name).map(List::of).orElse(List.of());
        Str text = new Str(Output.of(self, args.budget()));
        return StringMethods.TABLE.call(method, text, new Given(given, Map.of()), args.budget());
    }

    private static Value centered(Value self, Arguments args) {
        Str text = new Str(Output.of(self, args.budget()));
        Given width = new Given(List.of(args.find("width").orElse(Int.of(80))), Map.of());
        return StringMethods.TABLE.call("center", text, width, args.budget());
    }

    private static Value formatted(Value self, Arguments args) {
        Dict named = new Dict();
        args.others().forEach((name, value) -> named.put(new Str(name), value));
        Value operand = args.others().isEmpty() ? new Tuple(args.rest()) : named;
        return new Str(PercentFormat.format(Output.of(self, args.budget()), operand, args.budget()));
    }

    private static Value escaped(Value self, Arguments args) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("&", "&amp;");
        codes.put("<", "&lt;");
        codes.put(">", "&gt;");
        codes.put("'", "&#39;");
        codes.put("\"", "&#34;");
        String text = Output.of(self, args.budget());
        for (Map.Entry<String, String> code : codes.entrySet()) {
            text = StringSearch.replaced(text, code.getKey(), code.getValue(), -1, args.budget());
        }
        return new Str(text);
    }

    private static Value urlEncoded(Value self, Arguments args) {
        Output out = new Output(args.budget());
        if (self instanceof Dict dict) {
            String separator = "";
            for (Dict.Entry entry : dict.entries()) {
                out.append(separator);
                separator = "&";
                percentEncode(Output.of(entry.key(), args.budget()), " ", out);
                percentEncode(Output.of(entry.value(), args.budget()), " ", out.append("="));
            }
        } else {
            percentEncode(Output.of(self, args.budget()), "/", out);
        }
        return out.value();
    }

    private static void percentEncode(String text, String plain, Output out) {
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean kept = (UNESCAPED + plain).indexOf(octet) >= 0;
            out.append(kept ? String.valueOf(octet == ' ' ? '+' : (char) octet) : String.format("%%%02X", octet));
        }
    }

    private static long words(String text) {
        Matcher word = Pattern.compile("[\\p{L}\\p{N}_]+").matcher(text);
        return word.results().count();
    }
}
