package io.lava4j.template.jinja.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** A span of time, to the microsecond, of less than a billion days. */
public record TimeDelta(Duration span) implements Value {

    private static final long DAY = 86_400;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000L * DAY);

    public TimeDelta {
        if (Math.abs(span.getSeconds()) >= MOST_SECONDS.longValue()) {
            throw outOfRange();
        }
    }

    /** Rounded to the microsecond as Python does, half to even. */
    public static TimeDelta ofSeconds(BigDecimal seconds) {
        if (seconds.abs().compareTo(MOST_SECONDS) >= 0) {
            throw outOfRange();
        }
        BigDecimal micros = seconds.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal[] parts = micros.divideAndRemainder(BigDecimal.valueOf(1_000_000));
        return new TimeDelta(Duration.ofSeconds(parts[0].longValue(), parts[1].longValue() * 1000));
    }

    private static Fault outOfRange() {
        return new Fault("a timedelta is out of range: expected less than a billion days");
    }

    public BigDecimal seconds() {
        return BigDecimal.valueOf(span.getSeconds()).add(BigDecimal.valueOf(span.getNano(), 9));
    }

    public long days() {
        return Math.floorDiv(span.getSeconds(), DAY);
    }

    /** Seconds in the last day, 0 to 86399. */
    public long secondsOfDay() {
        return Math.floorMod(span.getSeconds(), DAY);
    }

    public long microseconds() {
        return span.getNano() / 1000;
    }

    @Override
    public String type() {
        return "datetime.timedelta";
    }

    @Override
    public boolean truth() {
        return !span.isZero();
    }

    @Override
    public void print(Output out) {
        if (days() != 0) {
            out.append(days() + (Math.abs(days()) == 1 ? " day, " : " days, "));
        }
        long rest = secondsOfDay();
        out.append(String.format("%d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60));
        if (microseconds() != 0) {
            out.append(String.format(".%06d", microseconds()));
        }
    }

    @Override
    public void represent(Output out) {
        StringBuilder parts = new StringBuilder();
        part(parts, "days", days());
        part(parts, "seconds", secondsOfDay());
        part(parts, "microseconds", microseconds());
        out.append("datetime.timedelta(" + (parts.isEmpty() ? "0" : parts) + ")");
    }

    private static void part(StringBuilder parts, String name, long value) {
        if (value != 0) {
            parts.append(parts.isEmpty() ? "" : ", ").append(name).append('=').append(value);
        }
    }
}
