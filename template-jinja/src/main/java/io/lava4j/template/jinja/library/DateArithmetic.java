package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Date;
import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.RelativeDelta;
import io.lava4j.template.jinja.value.TimeDelta;
import io.lava4j.template.jinja.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** Python's arithmetic of dates and spans; empty where it has none. */
final class DateArithmetic {

    private DateArithmetic() {}

    static Optional<Value> plus(Value left, Value right) {
        try {
            return moved(left, right).or(() -> moved(right, left)).or(() -> sum(left, right));
        } catch (DateTimeException impossible) {
            throw new Fault("date value out of range");
        }
    }

    static Optional<Value> minus(Value left, Value right) {
        if (left instanceof DateTime one && right instanceof DateTime other) {
            return Optional.of(between(one, other));
        }
        if (left instanceof Date one && right instanceof Date other) {
            return Optional.of(new TimeDelta(
                    Duration.ofDays(one.day().toEpochDay() - other.day().toEpochDay())));
        }
        if (left instanceof Date from && right instanceof TimeDelta delta) {
            return plus(from, new TimeDelta(Duration.ofDays(-delta.days())));
        }
        boolean span = right instanceof TimeDelta || right instanceof RelativeDelta;
        return span ? plus(left, Arithmetic.negated(right)) : Optional.empty();
    }

    static Optional<Value> times(Value left, Value right) {
        if (left instanceof TimeDelta delta && right instanceof Numeric number) {
            return Optional.of(TimeDelta.ofSeconds(delta.seconds().multiply(exact(number))));
        }
        if (left instanceof RelativeDelta delta && right instanceof Numeric number && number.isWhole()) {
            return Optional.of(delta.times(number.whole().longValueExact()));
        }
        return Optional.empty();
    }

    static Optional<Value> divided(String operator, Value left, Value right) {
        if (!(left instanceof TimeDelta delta) || "**".equals(operator)) {
            return Optional.empty();
        }
        if (right instanceof TimeDelta other) {
            return Optional.of(quotient(operator, delta.seconds(), other.seconds()));
        }
        if (right instanceof Numeric number && !"%".equals(operator)) {
            BigDecimal quotient = delta.seconds().divide(divisor(exact(number)), new MathContext(40));
            return Optional.of(
                    TimeDelta.ofSeconds("/".equals(operator) ? quotient : quotient.setScale(6, RoundingMode.FLOOR)));
        }
        return Optional.empty();
    }

    private static Value quotient(String operator, BigDecimal left, BigDecimal right) {
        BigDecimal quotient = left.divide(divisor(right), new MathContext(40));
        if ("/".equals(operator)) {
            return new Real(quotient.doubleValue());
        }
        BigDecimal floor = quotient.setScale(0, RoundingMode.FLOOR);
        return "//".equals(operator)
                ? new Int(floor.toBigInteger())
                : TimeDelta.ofSeconds(left.subtract(floor.multiply(right)));
    }

    private static BigDecimal divisor(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new Fault("division by zero");
        }
        return divisor;
    }

    private static BigDecimal exact(Numeric number) {
        return number.isWhole() || !Double.isFinite(number.real())
                ? new BigDecimal(number.whole())
                : new BigDecimal(number.real());
    }

    private static Optional<Value> moved(Value moment, Value by) {
        if (moment instanceof DateTime from && by instanceof TimeDelta delta) {
            return Optional.of(from.with(from.local().plus(delta.span())));
        }
        if (moment instanceof Date from && by instanceof TimeDelta delta) {
            return Optional.of(new Date(from.day().plusDays(delta.days())));
        }
        if (moment instanceof DateTime from && by instanceof RelativeDelta delta) {
            return Optional.of(from.with(delta.applied(from.local())));
        }
        if (moment instanceof Date from && by instanceof RelativeDelta delta) {
            LocalDateTime reached = delta.applied(from.day().atStartOfDay());
            return Optional.of(
                    delta.hasTime() ? new DateTime(reached, Optional.empty()) : new Date(reached.toLocalDate()));
        }
        return Optional.empty();
    }

    private static Optional<Value> sum(Value left, Value right) {
        if (left instanceof TimeDelta one && right instanceof TimeDelta other) {
            return Optional.of(new TimeDelta(one.span().plus(other.span())));
        }
        return left instanceof RelativeDelta one && right instanceof RelativeDelta other
                ? Optional.of(one.plus(other))
                : Optional.empty();
    }

    /** As in Python, two of one zone are compared by what their clocks show. */
    private static TimeDelta between(DateTime left, DateTime right) {
        if (left.isAware() != right.isAware()) {
            throw new Fault("can't subtract offset-naive and offset-aware datetimes");
        }
        return new TimeDelta(
                left.zone().equals(right.zone())
                        ? Duration.between(right.local(), left.local())
                        : Duration.between(right.instant(), left.instant()));
    }
}
