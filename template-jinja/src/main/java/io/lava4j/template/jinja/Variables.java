package io.lava4j.template.jinja;

import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Date;
import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Time;
import io.lava4j.template.jinja.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Copies what a template may use into values of its own: nothing of Java's comes with it. */
final class Variables {

    private Variables() {}

    static Value value(Object given) {
        if (given == null) {
            return None.NONE;
        }
        if (given instanceof CharSequence || given instanceof Character) {
            return new Str(given.toString());
        }
        if (given instanceof Boolean flag) {
            return new Bool(flag);
        }
        if (given instanceof Number number) {
            return number(number);
        }
        if (given instanceof Map<?, ?> map) {
            Dict dict = new Dict();
            map.forEach((key, value) -> dict.put(value(key), value(value)));
            return dict;
        }
        if (given instanceof Collection<?> items) {
            return Iteration.list(items.stream().map(Variables::value).toList());
        }
        return date(given);
    }

    private static Value number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return new Real(number.doubleValue());
        }
        BigDecimal exact = new BigDecimal(number.toString());
        boolean whole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
        return whole && exact.precision() - exact.scale() < 1000
                ? new Int(exact.toBigIntegerExact())
                : new Real(exact.doubleValue());
    }

    private static Value date(Object given) {
        if (given instanceof ZonedDateTime moment) {
            return DateTime.of(moment);
        }
        if (given instanceof OffsetDateTime moment) {
            return DateTime.of(moment.toZonedDateTime());
        }
        if (given instanceof LocalDateTime moment) {
            return new DateTime(moment, Optional.empty());
        }
        if (given instanceof LocalDate day) {
            return new Date(day);
        }
        if (given instanceof LocalTime clock) {
            return new Time(clock);
        }
        throw new IllegalArgumentException("a variable holds a '"
                + given.getClass().getName() + "': expected maps, lists, strings, numbers, booleans and dates");
    }
}
