package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Python's arithmetic of numbers: floors where Java cuts, never overflows. */
final class Numbers {

    private Numbers() {}

    static Value apply(String operator, Numeric left, Numeric right) {
        if ("/".equals(operator)) {
            return quotient(left, right);
        }
        return left.isWhole() && right.isWhole()
                ? whole(operator, left.whole(), right.whole())
                : real(operator, left.real(), right.real());
    }

    static Value negated(Numeric number) {
        return number.isWhole() ? new Int(number.whole().negate()) : new Real(-number.real());
    }

    private static Value quotient(Numeric left, Numeric right) {
        checkDivisor(right.truth());
        if (!left.isWhole() || !right.isWhole()) {
            return new Real(left.real() / right.real());
        }
        BigDecimal exact = new BigDecimal(left.whole()).divide(new BigDecimal(right.whole()), new MathContext(40));
        return finite(exact.doubleValue());
    }

    private static Value whole(String operator, BigInteger left, BigInteger right) {
        return switch (operator) {
            case "+" -> new Int(left.add(right));
            case "-" -> new Int(left.subtract(right));
            case "*" -> new Int(left.multiply(right));
            case "//" -> new Int(floored(left, right)[0]);
            case "%" -> new Int(floored(left, right)[1]);
            default -> power(left, right);
        };
    }

    private static BigInteger[] floored(BigInteger left, BigInteger right) {
        checkDivisor(right.signum() != 0);
        BigInteger[] parts = left.divideAndRemainder(right);
        if (parts[1].signum() * right.signum() < 0) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(right);
        }
        return parts;
    }

    private static Value power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            return real("**", base.doubleValue(), exponent.doubleValue());
        }
        if (base.abs().bitLength() < 2) {
            boolean negative = base.signum() < 0 && exponent.testBit(0);
            return new Int(exponent.signum() == 0 ? BigInteger.ONE : negative ? base : base.abs());
        }
        BigInteger bits = exponent.multiply(BigInteger.valueOf(base.abs().bitLength() - 1L));
        if (bits.compareTo(BigInteger.valueOf(Int.MOST_BITS)) > 0) {
            throw Int.tooLong();
        }
        return new Int(base.pow(exponent.intValueExact()));
    }

    private static Value real(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> new Real(left + right);
            case "-" -> new Real(left - right);
            case "*" -> new Real(left * right);
            case "//" -> new Real(Math.floor((left - modulo(left, right)) / right + 0.5));
            case "%" -> new Real(modulo(left, right));
            default -> power(left, right);
        };
    }

    private static double modulo(double left, double right) {
        checkDivisor(right != 0);
        double rest = left % right;
        return rest != 0 && rest < 0 != right < 0 ? rest + right : rest;
    }

    private static Value power(double base, double exponent) {
        checkDivisor(base != 0 || exponent >= 0);
        return finite(Math.pow(base, exponent));
    }

    private static Value finite(double result) {
        if (!Double.isFinite(result)) {
            throw new Fault("the result is no finite number");
        }
        return new Real(result);
    }

    private static void checkDivisor(boolean fine) {
        if (!fine) {
            throw new Fault("division by zero");
        }
    }
}
