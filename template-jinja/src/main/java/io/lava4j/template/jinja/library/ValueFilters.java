package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.TimeDelta;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** Jinja's filters of single values: defaults and numbers. */
final class ValueFilters {

    private static final int MOST_DIGITS = 1000;

    static final Table<Value> TABLE = new Table<Value>()
            .method("default", "default_value=, boolean=", (self, args) -> otherwise(self, args))
            .alias("d", "default")
            .method("int", "default=, base=", (self, args) -> whole(self, args))
            .method("float", "default=", (self, args) -> real(self, args.real("default", 0), args))
            .method("abs", "", (self, args) -> absolute(self))
            .method("round", "precision=, method=", (self, args) -> rounded(self, args))
            .method("attr", "name", (self, args) -> Attributes.attribute(self, args.text("name")))
            .method("tojson", "indent=", (self, args) -> Json.text(self, args));

    private ValueFilters() {}

    private static Value otherwise(Value self, Arguments args) {
        boolean missing = self instanceof Undefined || args.flag("boolean", false) && !self.truth();
        return missing ? args.given("default_value").orElse(new Str("")) : self;
    }

    private static Value whole(Value self, Arguments args) {
        Value otherwise = args.given("default").orElse(Int.of(0));
        if (self instanceof Numeric number) {
            return number.isWhole() || Double.isFinite(number.real()) ? new Int(number.whole()) : otherwise;
        }
        if (!(self instanceof Str string) || string.text().length() > MOST_DIGITS) {
            return otherwise;
        }
        int base = args.number("base", 10);
        String digits = digits(string.text(), base);
        try {
            return new Int(new BigInteger(digits, base));
        } catch (NumberFormatException noWhole) {
            Value real = real(self, Double.NaN, args);
            boolean finite = real instanceof Real number && Double.isFinite(number.real());
            return finite ? new Int(((Real) real).whole()) : otherwise;
        }
    }

    private static String digits(String text, int base) {
        String digits = text.strip().toLowerCase(Locale.ROOT).replaceAll("(?<=[0-9a-z])_(?=[0-9a-z])", "");
        String prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
        return digits.startsWith(prefix) ? digits.substring(prefix.length()) : digits;
    }

    static Value real(Value self, double otherwise, Arguments args) {
        if (self instanceof Numeric number) {
            return new Real(number.real());
        }
        String text = self instanceof Str string ? string.text().strip().toLowerCase(Locale.ROOT) : "";
        if (text.length() <= MOST_DIGITS && text.matches("[-+]?(\\d[\\d_]*\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?")) {
            return new Real(Double.parseDouble(text.replace("_", "")));
        }
        if (text.matches("[-+]?(inf|infinity|nan)")) {
            double magnitude = text.endsWith("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
            return new Real(text.startsWith("-") ? -magnitude : magnitude);
        }
        return new Real(otherwise);
    }

    private static Value absolute(Value self) {
        if (self instanceof Numeric number) {
            return number.isWhole() ? new Int(number.whole().abs()) : new Real(Math.abs(number.real()));
        }
        if (self instanceof TimeDelta delta) {
            return new TimeDelta(delta.span().abs());
        }
        throw new Fault("bad operand type for abs(): '" + self.type() + "'");
    }

    private static Value rounded(Value self, Arguments args) {
        if (!(self instanceof Numeric number)) {
            throw new Fault("round: a number is required, not " + self.type());
        }
        RoundingMode mode =
                switch (args.text("method", "common")) {
                    case "common" -> RoundingMode.HALF_EVEN;
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    default -> throw new Fault("round: method must be common, ceil or floor");
                };
        int precision = Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, args.number("precision", 0)));
        boolean whole = number.isWhole() && mode == RoundingMode.HALF_EVEN;
        if (!number.isWhole() && !Double.isFinite(number.real())) {
            return self;
        }
        BigDecimal exact = number.isWhole() ? new BigDecimal(number.whole()) : new BigDecimal(number.real());
        BigDecimal rounded = exact.setScale(precision, mode);
        return whole ? new Int(rounded.toBigInteger()) : new Real(rounded.doubleValue());
    }
}
