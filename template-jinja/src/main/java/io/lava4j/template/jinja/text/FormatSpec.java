package io.lava4j.template.jinja.text;

import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Date;
import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Time;
import io.lava4j.template.jinja.value.Value;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind the colon in {@code '{:>8}'}.
 *
 * @param precision -1 if there is none
 * @param type 0 if there is none
 */
record FormatSpec(
        String fill, char align, char sign, boolean alternate, int width, char grouping, int precision, char type) {

    private static final Pattern FORM = Pattern.compile("(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<alt>#)?"
            + "(?<zero>0)?(?<width>\\d+)?(?<group>[,_])?(?:\\.(?<prec>\\d+))?(?<type>[bcdeEfFgGnosxX%])?");

    static String format(Value value, String spec, Budget budget) {
        if (spec.isEmpty()) {
            return Output.of(value, budget);
        }
        if (value instanceof Date || value instanceof DateTime || value instanceof Time) {
            return Strftime.format(value, spec, budget);
        }
        FormatSpec parsed = parse(spec);
        if (!(value instanceof Str) && (!(value instanceof Numeric) || parsed.type == 's')) {
            throw new Fault("unsupported format '" + spec + "' for an object of type '" + value.type() + "'");
        }
        return parsed.format(value, budget);
    }

    private static FormatSpec parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Fault("invalid format specifier '" + text + "'");
        }
        boolean zero = form.group("zero") != null && form.group("align") == null;
        return new FormatSpec(
                Optional.ofNullable(form.group("fill")).orElse(form.group("zero") != null ? "0" : " "),
                zero ? '=' : letter(form.group("align")),
                letter(form.group("sign")),
                form.group("alt") != null,
                number(form.group("width"), 0),
                letter(form.group("group")),
                number(form.group("prec"), -1),
                letter(form.group("type")));
    }

    private static char letter(String group) {
        return group == null ? 0 : group.charAt(0);
    }

    /** Cut to what is too large anyway. */
    static int number(String group, int otherwise) {
        if (group == null) {
            return otherwise;
        }
        return group.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(group);
    }

    String format(Value value, Budget budget) {
        if (value instanceof Numeric number && type != 's') {
            return number(number, budget);
        }
        if (type != 0 && type != 's') {
            throw new Fault("unknown format code '" + type + "' for object of type '" + value.type() + "'");
        }
        String text = Output.of(value, budget);
        return pad("", precision >= 0 && precision < text.length() ? text.substring(0, precision) : text, '<', budget);
    }

    private String number(Numeric number, Budget budget) {
        boolean negative = number.isWhole() ? number.whole().signum() < 0 : number.real() < 0 || 1 / number.real() < 0;
        String before = negative ? "-" : sign == '+' || sign == ' ' ? String.valueOf(sign) : "";
        if (type == 'c') {
            return pad("", character(number.whole()), '<', budget);
        }
        boolean floating = !number.isWhole() || "eEfFgG%".indexOf(type) >= 0 && type != 0;
        return floating ? real(before, number, budget) : whole(before, number, budget);
    }

    private static String character(BigInteger point) {
        if (point.signum() < 0 || point.compareTo(BigInteger.valueOf(Character.MAX_CODE_POINT)) > 0) {
            throw new Fault("%c arg not in range(0x110000)");
        }
        return Character.toString(point.intValueExact());
    }

    private String whole(String before, Numeric number, Budget budget) {
        int radix = type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : type == 'b' ? 2 : 10;
        String digits = number.whole().abs().toString(radix);
        String prefix = alternate && radix != 10 ? "0" + type : "";
        String grouped = grouped(
                "0".repeat(Math.max(0, Math.min(precision, 1000) - digits.length())) + digits, radix == 10 ? 3 : 4);
        return pad(before + prefix, type == 'X' ? grouped.toUpperCase(Locale.ROOT) : grouped, '>', budget);
    }

    private String real(String before, Numeric number, Budget budget) {
        if ("bcdnosxX".indexOf(type) >= 0 && type != 0 && type != 'n') {
            throw new Fault("unknown format code '" + type + "' for object of type '" + number.type() + "'");
        }
        double magnitude = Math.abs(number.real());
        String digits;
        if (type == 0 && precision < 0) {
            digits = Output.of(new Real(magnitude), budget);
        } else if (type == '%') {
            digits = NumberText.of(magnitude * 100, 'f', precision < 0 ? 6 : precision, alternate) + "%";
        } else {
            digits = NumberText.of(
                    magnitude, type == 0 || type == 'n' ? 'g' : type, precision < 0 ? 6 : precision, alternate);
        }
        return pad(before, grouped(digits, 3), '>', budget);
    }

    private String grouped(String digits, int size) {
        if (grouping == 0) {
            return digits;
        }
        int end = 0;
        while (end < digits.length() && Character.isLetterOrDigit(digits.charAt(end))) {
            end++;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = end - size; at > 0; at -= size) {
            grouped.insert(at, grouping);
        }
        return grouped.toString();
    }

    private String pad(String before, String digits, char otherwise, Budget budget) {
        int missing = width - before.length() - digits.codePointCount(0, digits.length());
        if (missing <= 0) {
            return before + digits;
        }
        Output out = new Output(budget);
        switch (align == 0 ? otherwise : align) {
            case '<' -> out.append(before).append(digits).repeat(fill, missing);
            case '^' -> out.repeat(fill, missing / 2).append(before + digits).repeat(fill, missing - missing / 2);
            case '=' -> out.append(before).repeat(fill, missing).append(digits);
            default -> out.repeat(fill, missing).append(before).append(digits);
        }
        return out.toString();
    }
}
