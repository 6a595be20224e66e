package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Namespace;
import io.lava4j.template.jinja.value.RelativeDelta;
import io.lava4j.template.jinja.value.Value;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code utils.dateutil.relativedelta}. */
final class RelativeDeltas {

    static final Namespace MODULE = new Namespace("module 'relativedelta'", members());

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "years", ChronoUnit.YEARS,
            "months", ChronoUnit.MONTHS,
            "weeks", ChronoUnit.WEEKS,
            "days", ChronoUnit.DAYS,
            "hours", ChronoUnit.HOURS,
            "minutes", ChronoUnit.MINUTES,
            "seconds", ChronoUnit.SECONDS,
            "microseconds", ChronoUnit.MICROS);

    private static final Map<String, ChronoField> FIELDS = Map.of(
            "year", ChronoField.YEAR,
            "month", ChronoField.MONTH_OF_YEAR,
            "day", ChronoField.DAY_OF_MONTH,
            "hour", ChronoField.HOUR_OF_DAY,
            "minute", ChronoField.MINUTE_OF_HOUR,
            "second", ChronoField.SECOND_OF_MINUTE,
            "microsecond", ChronoField.MICRO_OF_SECOND);

    private RelativeDeltas() {}

    private static Map<String, Value> members() {
        Map<String, Value> members = new HashMap<>();
        List<String> days = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
        days.forEach(day -> members.put(day, Int.of(days.indexOf(day))));
        // Python's positional ones are two dates to take the difference of: so all are named here.
        members.put("relativedelta", Function.of("relativedelta", "**", RelativeDeltas::of));
        return Map.copyOf(members);
    }

    private static Value of(Arguments args) {
        Map<ChronoUnit, Long> shift = new EnumMap<>(ChronoUnit.class);
        Map<ChronoField, Integer> fields = new EnumMap<>(ChronoField.class);
        Arguments named = new Arguments(args.function(), args.others(), List.of(), Map.of(), args.budget());
        for (String name : args.others().keySet()) {
            if (UNITS.containsKey(name)) {
                shift.put(UNITS.get(name), (long) named.number(name));
            } else if (FIELDS.containsKey(name)) {
                fields.put(FIELDS.get(name), checked(FIELDS.get(name), named.number(name)));
            } else if (!name.equals("weekday")) {
                throw new Fault("relativedelta() got an unexpected keyword argument '" + name + "'");
            }
        }
        return new RelativeDelta(shift, fields, weekday(named));
    }

    private static Optional<Integer> weekday(Arguments args) {
        Optional<Integer> weekday = args.find("weekday").map(given -> args.number("weekday"));
        weekday.filter(index -> index < 0 || index > 6).ifPresent(index -> {
            throw args.wrong("weekday", "0 (Monday) to 6 (Sunday)");
        });
        return weekday;
    }

    private static int checked(ChronoField field, int value) {
        if (!field.range().isValidIntValue(value)) {
            throw new Fault("relativedelta(): " + value + " is out of range for " + field);
        }
        return value;
    }
}
