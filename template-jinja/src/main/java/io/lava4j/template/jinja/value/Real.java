package io.lava4j.template.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** A floating point number. */
public record Real(double real) implements Numeric {

    @Override
    public String type() {
        return "float";
    }

    @Override
    public boolean truth() {
        return real != 0;
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public BigInteger whole() {
        if (!Double.isFinite(real)) {
            throw new Fault("cannot convert float " + shortest() + " to integer");
        }
        return new BigDecimal(real).toBigInteger();
    }

    @Override
    public void represent(Output out) {
        out.append(shortest());
    }

    private String shortest() {
        if (!Double.isFinite(real)) {
            return Double.isNaN(real) ? "nan" : real > 0 ? "inf" : "-inf";
        }
        if (real == 0) {
            return 1 / real < 0 ? "-0.0" : "0.0";
        }
        BigDecimal digits = fewestDigits().stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            return (digits.scale() < 1 ? digits.setScale(1) : digits).toPlainString();
        }
        String all = digits.unscaledValue().abs().toString();
        String fraction = all.length() == 1 ? "" : "." + all.substring(1);
        String sign = exponent < 0 ? "-" : "+";
        return (real < 0 ? "-" : "") + all.charAt(0) + fraction + "e" + sign + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    /** Not Double.toString, which has needless digits before Java 19. */
    private BigDecimal fewestDigits() {
        BigDecimal exact = new BigDecimal(real);
        for (int precision = 1; precision < 17; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision));
            if (rounded.doubleValue() == real) {
                return rounded;
            }
        }
        return exact.round(new MathContext(17));
    }
}
