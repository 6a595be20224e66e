package io.lava4j.template.jinja.text;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code '{}-{name.part:>8}'.format(…)}; parts of a value are found as anywhere else in a template. */
public final class BraceFormat {

    private static final Pattern FIELD = Pattern.compile(
            "(?<first>[^.\\[!:{}]*)(?<path>[^!:{}]*)(?:!(?<conversion>[rsa]))?(?::(?<spec>.*))?", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^\\]]+)\\]");

    private final Arguments arguments;
    private final Budget budget;
    private final BiFunction<Value, String, Value> part;
    private int next;

    private BraceFormat(Arguments arguments, BiFunction<Value, String, Value> part) {
        this.arguments = arguments;
        this.budget = arguments.budget();
        this.part = part;
    }

    /**
     * Formats.
     *
     * @param part gives the attribute or the item of a value that has that name
     */
    public static String format(String format, Arguments arguments, BiFunction<Value, String, Value> part) {
        return new BraceFormat(arguments, part).format(format, 0);
    }

    private String format(String format, int depth) {
        Output out = new Output(budget);
        int at = 0;
        while (at < format.length()) {
            int brace = brace(format, at);
            out.append(format.substring(at, brace));
            at = brace < format.length() ? afterBrace(format, brace, depth, out) : brace;
        }
        return out.toString();
    }

    private static int brace(String format, int from) {
        int at = from;
        while (at < format.length() && format.charAt(at) != '{' && format.charAt(at) != '}') {
            at++;
        }
        return at;
    }

    private int afterBrace(String format, int brace, int depth, Output out) {
        char current = format.charAt(brace);
        if (brace + 1 < format.length() && format.charAt(brace + 1) == current) {
            out.append(String.valueOf(current));
            return brace + 2;
        }
        if (current == '}') {
            throw new Fault("single '}' encountered in format string");
        }
        int end = closing(format, brace);
        out.append(field(format.substring(brace + 1, end), depth));
        return end + 1;
    }

    private static int closing(String format, int open) {
        int depth = 0;
        for (int at = open; at < format.length(); at++) {
            depth += format.charAt(at) == '{' ? 1 : format.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new Fault("expected '}' before end of format string");
    }

    private String field(String text, int depth) {
        budget.step();
        Matcher field = FIELD.matcher(text);
        if (depth > 1 || !field.matches()) {
            throw new Fault("'{" + text + "}' is no replacement field");
        }
        Value value = Undefined.used(walk(first(field.group("first")), field.group("path")));
        String conversion = field.group("conversion");
        if (conversion != null) {
            value = new Str(conversion.equals("s") ? Output.of(value, budget) : Output.representation(value, budget));
        }
        String spec = Optional.ofNullable(field.group("spec")).orElse("");
        return FormatSpec.format(value, format(spec, depth + 1), budget);
    }

    private Value first(String name) {
        if (name.isEmpty() || name.matches("\\d{1,6}")) {
            int index = name.isEmpty() ? next++ : Integer.parseInt(name);
            if (index >= arguments.rest().size()) {
                throw new Fault("replacement index " + index + " out of range for positional args");
            }
            return arguments.rest().get(index);
        }
        return Optional.ofNullable(arguments.others().get(name))
                .orElseThrow(() -> new Fault("format() lacks its argument '" + name + "'"));
    }

    private Value walk(Value from, String path) {
        Value reached = from;
        Matcher step = STEP.matcher(path);
        while (step.lookingAt()) {
            reached = part.apply(Undefined.used(reached), step.group(1) != null ? step.group(1) : step.group(2));
            step.region(step.end(), path.length());
        }
        if (step.regionStart() != path.length()) {
            throw new Fault("'" + path + "' is no path in a replacement field");
        }
        return reached;
    }
}
