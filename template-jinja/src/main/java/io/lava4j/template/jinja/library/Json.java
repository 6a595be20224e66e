package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Sequence;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The filter {@code tojson}: keys sorted, ASCII only, and safe within HTML, as Jinja has it. */
final class Json {

    private static final Map<Character, String> ESCAPES =
            Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\r', "\\r", '\t', "\\t", '\b', "\\b", '\f', "\\f");

    private final Output out;
    private final Budget budget;
    private final int indent;

    private Json(Budget budget, int indent) {
        this.out = new Output(budget);
        this.budget = budget;
        this.indent = indent;
    }

    static Value text(Value value, Arguments args) {
        Json json = new Json(args.budget(), args.number("indent", -1));
        json.write(value, 0);
        return json.out.value();
    }

    private void write(Value value, int level) {
        budget.step();
        budget.enter();
        if (Undefined.used(value) instanceof Str string) {
            string(string.text());
        } else if (value instanceof Bool bool) {
            out.append(bool.truth() ? "true" : "false");
        } else if (value == None.NONE) {
            out.append("null");
        } else if (value instanceof Numeric number) {
            out.append(number(number));
        } else if (value instanceof Sequence sequence) {
            all("[", sequence.items(), item -> write(item, level + 1), "]", level);
        } else if (value instanceof Dict dict) {
            all("{", sorted(dict), entry -> member(entry, level + 1), "}", level);
        } else {
            throw new Fault("object of type " + value.type() + " is not JSON serializable");
        }
        budget.leave();
    }

    private <T> void all(String open, List<T> items, Consumer<T> write, String close, int level) {
        out.append(open);
        String separator = "";
        for (T item : items) {
            out.append(separator);
            newLine(level + 1);
            write.accept(item);
            separator = indent < 0 ? ", " : ",";
        }
        if (!items.isEmpty()) {
            newLine(level);
        }
        out.append(close);
    }

    private void newLine(int level) {
        if (indent >= 0) {
            out.append("\n").repeat(" ", (long) indent * level);
        }
    }

    private List<Map.Entry<String, Value>> sorted(Dict dict) {
        return dict.entries().stream()
                .map(entry -> Map.entry(key(entry.key()), entry.value()))
                .sorted(Comparator.comparing(Map.Entry<String, Value>::getKey))
                .collect(Collectors.toList());
    }

    private String key(Value key) {
        if (key instanceof Str string) {
            return string.text();
        }
        if (key instanceof Bool bool) {
            return bool.truth() ? "true" : "false";
        }
        if (key instanceof Numeric number) {
            return number(number);
        }
        if (key == None.NONE) {
            return "null";
        }
        throw new Fault("a key of type " + key.type() + " is not JSON serializable");
    }

    private String number(Numeric number) {
        String text = Output.of(number, budget);
        return text.equals("nan") ? "NaN" : text.replace("inf", "Infinity");
    }

    private void member(Map.Entry<String, Value> entry, int level) {
        string(entry.getKey());
        out.append(": ");
        write(entry.getValue(), level);
    }

    private void string(String text) {
        out.append("\"");
        text.chars().forEach(unit -> out.append(character((char) unit)));
        out.append("\"");
    }

    private static String character(char unit) {
        if (ESCAPES.containsKey(unit)) {
            return ESCAPES.get(unit);
        }
        boolean plain = unit >= ' ' && unit < 127 && "<>&'".indexOf(unit) < 0;
        return plain ? String.valueOf(unit) : String.format("\\u%04x", (int) unit);
    }
}
