package io.lava4j.template.jinja.text;

import io.lava4j.template.jinja.value.Fault;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Digits of floating point numbers, without a sign, as C and Python write them. */
final class NumberText {

    private static final int MOST_PRECISION = 1000;

    private NumberText() {}

    static String of(double magnitude, char type, int precision, boolean alternate) {
        if (precision > MOST_PRECISION) {
            throw new Fault("precision " + precision + " is too large: at most " + MOST_PRECISION);
        }
        String text = Double.isFinite(magnitude)
                ? finite(magnitude, Character.toLowerCase(type), precision, alternate)
                : Double.isNaN(magnitude) ? "nan" : "inf";
        return Character.isUpperCase(type) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String finite(double magnitude, char type, int precision, boolean alternate) {
        return switch (type) {
            case 'f' ->
                point(
                        new BigDecimal(magnitude)
                                .setScale(precision, RoundingMode.HALF_EVEN)
                                .toPlainString(),
                        precision == 0 && alternate);
            case 'e' -> exponential(magnitude, precision, alternate);
            default -> general(magnitude, Math.max(precision, 1), alternate);
        };
    }

    private static String point(String digits, boolean wanted) {
        return wanted ? digits + "." : digits;
    }

    private static String exponential(double magnitude, int precision, boolean alternate) {
        BigDecimal rounded = rounded(magnitude, precision + 1);
        String digits = digits(rounded, precision + 1);
        String mantissa =
                precision == 0 ? point(digits, alternate) : digits.substring(0, 1) + "." + digits.substring(1);
        return mantissa + exponent(exponentOf(rounded));
    }

    private static String general(double magnitude, int precision, boolean alternate) {
        BigDecimal rounded = rounded(magnitude, precision);
        int exponent = exponentOf(rounded);
        if (exponent < -4 || exponent >= precision) {
            String mantissa = point(digits(rounded, precision), false);
            String fraction =
                    alternate ? mantissa.substring(1) : mantissa.substring(1).replaceAll("0+$", "");
            return mantissa.charAt(0) + (fraction.isEmpty() ? "" : "." + fraction) + exponent(exponent);
        }
        String plain = rounded.setScale(precision - 1 - exponent, RoundingMode.HALF_EVEN)
                .toPlainString();
        return alternate || plain.indexOf('.') < 0 ? plain : plain.replaceAll("\\.?0+$", "");
    }

    private static BigDecimal rounded(double magnitude, int digits) {
        return new BigDecimal(magnitude).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static int exponentOf(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    private static String digits(BigDecimal number, int count) {
        String digits = number.signum() == 0 ? "" : number.unscaledValue().toString();
        return digits.length() > count ? digits.substring(0, count) : digits + "0".repeat(count - digits.length());
    }

    private static String exponent(int exponent) {
        return (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
