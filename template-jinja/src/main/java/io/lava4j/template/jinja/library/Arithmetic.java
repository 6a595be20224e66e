package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.text.PercentFormat;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.RelativeDelta;
import io.lava4j.template.jinja.value.Sequence;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.TimeDelta;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Python's arithmetic over all values. */
public final class Arithmetic {

    private Arithmetic() {}

    /**
     * Applies an operator.
     *
     * @param operator {@code + - * / // % **}
     */
    public static Value apply(String operator, Value left, Value right, Budget budget) {
        Undefined.used(left);
        Undefined.used(right);
        try {
            Optional<Value> result = left instanceof Numeric one && right instanceof Numeric other
                    ? Optional.of(Numbers.apply(operator, one, other))
                    : mixed(operator, left, right, budget);
            return result.orElseThrow(() -> unsupported(operator, left, right));
        } catch (ArithmeticException overflow) {
            throw new Fault("the result of '" + operator + "' is out of range");
        }
    }

    public static Value negated(Value value) {
        if (Undefined.used(value) instanceof TimeDelta delta) {
            return new TimeDelta(delta.span().negated());
        }
        if (value instanceof RelativeDelta delta) {
            return delta.times(-1);
        }
        if (value instanceof Numeric number) {
            return Numbers.negated(number);
        }
        throw new Fault("bad operand type for unary -: '" + value.type() + "'");
    }

    public static Value positive(Value value) {
        return negated(negated(value));
    }

    private static Optional<Value> mixed(String operator, Value left, Value right, Budget budget) {
        return switch (operator) {
            case "+" -> added(left, right, budget).or(() -> DateArithmetic.plus(left, right));
            case "-" -> DateArithmetic.minus(left, right);
            case "*" ->
                repeated(left, right, budget)
                        .or(() -> repeated(right, left, budget))
                        .or(() -> DateArithmetic.times(left, right))
                        .or(() -> DateArithmetic.times(right, left));
            case "%" ->
                left instanceof Str format
                        ? Optional.of(new Str(PercentFormat.format(format.text(), right, budget)))
                        : DateArithmetic.divided(operator, left, right);
            default -> DateArithmetic.divided(operator, left, right);
        };
    }

    private static Optional<Value> added(Value left, Value right, Budget budget) {
        if (left instanceof Str one && right instanceof Str other) {
            return Optional.of(
                    new Output(budget).append(one.text()).append(other.text()).value());
        }
        if (left instanceof Sequence one
                && right instanceof Sequence other
                && left.type().equals(right.type())) {
            budget.items((long) one.items().size() + other.items().size());
            List<Value> all = new ArrayList<>(one.items());
            all.addAll(other.items());
            return Optional.of(one.with(all));
        }
        return Optional.empty();
    }

    private static Optional<Value> repeated(Value left, Value right, Budget budget) {
        if (!(right instanceof Numeric number && number.isWhole())) {
            return Optional.empty();
        }
        long times = number.whole()
                .max(BigInteger.ZERO)
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .longValue();
        if (left instanceof Str string) {
            return Optional.of(new Output(budget).repeat(string.text(), times).value());
        }
        if (left instanceof Sequence sequence) {
            budget.items(times * sequence.items().size());
            List<Value> all = new ArrayList<>();
            for (long round = 0; round < times && !sequence.items().isEmpty(); round++) {
                all.addAll(sequence.items());
            }
            return Optional.of(sequence.with(all));
        }
        return Optional.empty();
    }

    private static Fault unsupported(String operator, Value left, Value right) {
        return new Fault(
                "unsupported operand types for " + operator + ": '" + left.type() + "' and '" + right.type() + "'");
    }
}
