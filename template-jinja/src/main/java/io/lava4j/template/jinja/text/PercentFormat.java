package io.lava4j.template.jinja.text;

import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.CountedText;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code '%s-%03d' % (a, b)}. */
public final class PercentFormat {

    private static final Pattern DIRECTIVE = Pattern.compile(
            "%(?:\\((?<key>[^)]*)\\))?(?<flags>[-+ #0]*)(?<width>\\d+|\\*)?(?:\\.(?<prec>\\d*|\\*))?[hlL]?(?<type>.)?",
            Pattern.DOTALL);

    private final Budget budget;
    private final Value operand;
    private final List<Value> values;
    private int next;

    private PercentFormat(Value operand, Budget budget) {
        this.budget = budget;
        this.operand = operand;
        this.values = operand instanceof Tuple tuple ? tuple.items() : List.of(operand);
    }

    public static String format(String format, Value operand, Budget budget) {
        return new PercentFormat(operand, budget).format(format);
    }

    private String format(String format) {
        Output out = new Output(budget);
        Matcher directive = DIRECTIVE.matcher(new CountedText(format, budget));
        int done = 0;
        while (directive.find()) {
            budget.step();
            out.append(format.substring(done, directive.start()));
            out.append(one(directive));
            done = directive.end();
        }
        if (next < values.size() && !(operand instanceof Dict)) {
            throw new Fault("not all arguments converted during string formatting");
        }
        return out.append(format.substring(done)).toString();
    }

    private String one(Matcher directive) {
        if (directive.group("type") == null) {
            throw new Fault("incomplete format '" + directive.group() + "'");
        }
        char type = directive.group("type").charAt(0);
        if (type == '%') {
            return "%";
        }
        int width = size(directive.group("width"), 0);
        int precision = size(directive.group("prec"), -1);
        Value value = Undefined.used(directive.group("key") == null ? next() : keyed(directive.group("key")));
        Value converted = converted(value, type);
        return spec(directive.group("flags"), width, precision, type).format(converted, budget);
    }

    private static FormatSpec spec(String flags, int width, int precision, char type) {
        boolean left = flags.contains("-") || width < 0;
        boolean zero = flags.contains("0") && !left && "sra".indexOf(type) < 0;
        char align = left ? '<' : zero ? '=' : '>';
        char sign = flags.contains("+") ? '+' : flags.contains(" ") ? ' ' : 0;
        char meant = "diu".indexOf(type) >= 0 ? 'd' : "sra".indexOf(type) >= 0 ? 's' : type;
        boolean alternate = flags.contains("#");
        return new FormatSpec(zero ? "0" : " ", align, sign, alternate, Math.abs(width), (char) 0, precision, meant);
    }

    private int size(String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.equals("*")) {
            return text.isEmpty() ? 0 : FormatSpec.number(text, 0);
        }
        if (next() instanceof Int size && size.whole().bitLength() < 31) {
            return size.whole().intValue();
        }
        throw new Fault("* wants int");
    }

    private Value converted(Value value, char type) {
        if (type == 'r' || type == 'a') {
            return new Str(Output.representation(value, budget));
        }
        if (type == 's') {
            return new Str(Output.of(value, budget));
        }
        if (type == 'c' && value instanceof Str) {
            return value;
        }
        if ("diuoxXeEfFgGc".indexOf(type) < 0) {
            throw new Fault("unsupported format character '" + type + "'");
        }
        if (value instanceof Numeric number) {
            return "diuoxXc".indexOf(type) >= 0 ? new Int(number.whole()) : value;
        }
        throw new Fault("%" + type + " format: a number is required, not " + value.type());
    }

    private Value next() {
        if (next >= values.size()) {
            throw new Fault("not enough arguments for format string");
        }
        return values.get(next++);
    }

    private Value keyed(String key) {
        if (operand instanceof Dict dict) {
            return dict.find(new Str(key)).orElseThrow(() -> new Fault("format key '" + key + "' is not there"));
        }
        throw new Fault("format requires a mapping");
    }
}
