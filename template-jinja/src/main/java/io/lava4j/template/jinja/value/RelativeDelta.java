package io.lava4j.template.jinja.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * dateutil's relativedelta.
 *
 * @param shift how far each unit moves
 * @param fields what fields are set to before that
 * @param weekday the day of week it ends on, 0 is Monday
 */
public record RelativeDelta(Map<ChronoUnit, Long> shift, Map<ChronoField, Integer> fields, Optional<Integer> weekday)
        implements Value {

    /** Years and months move first, and a day that the month lacks becomes its last. */
    public LocalDateTime applied(LocalDateTime moment) {
        int year = fields.getOrDefault(ChronoField.YEAR, moment.getYear());
        int month = fields.getOrDefault(ChronoField.MONTH_OF_YEAR, moment.getMonthValue());
        LocalDate first =
                LocalDate.of(year, month, 1).plusYears(shift(ChronoUnit.YEARS)).plusMonths(shift(ChronoUnit.MONTHS));
        int day = fields.getOrDefault(ChronoField.DAY_OF_MONTH, moment.getDayOfMonth());
        LocalDateTime moved =
                first.withDayOfMonth(Math.min(day, first.lengthOfMonth())).atTime(moment.toLocalTime());
        for (ChronoField field : fields.keySet()) {
            moved = field.isTimeBased() ? moved.with(field, fields.get(field)) : moved;
        }
        for (ChronoUnit unit : shift.keySet()) {
            boolean done = unit == ChronoUnit.YEARS || unit == ChronoUnit.MONTHS;
            moved = done ? moved : moved.plus(shift(unit), unit);
        }
        LocalDateTime reached = moved;
        return weekday.map(index -> reached.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(index + 1))))
                .orElse(reached);
    }

    /** Its own fields win over the other's. */
    public RelativeDelta plus(RelativeDelta other) {
        Map<ChronoUnit, Long> sum = new LinkedHashMap<>(shift);
        other.shift.forEach((unit, count) -> sum.merge(unit, count, Math::addExact));
        Map<ChronoField, Integer> all = new LinkedHashMap<>(fields);
        other.fields.forEach(all::putIfAbsent);
        return new RelativeDelta(sum, all, weekday.or(other::weekday));
    }

    public RelativeDelta times(long factor) {
        Map<ChronoUnit, Long> product = new LinkedHashMap<>(shift);
        product.replaceAll((unit, count) -> Math.multiplyExact(count, factor));
        return new RelativeDelta(product, fields, weekday);
    }

    /** Whether it moves or sets anything below a day. */
    public boolean hasTime() {
        return fields.keySet().stream().anyMatch(ChronoField::isTimeBased)
                || shift.entrySet().stream().anyMatch(moved -> moved.getKey().isTimeBased() && moved.getValue() != 0);
    }

    public long shift(ChronoUnit unit) {
        return shift.getOrDefault(unit, 0L);
    }

    @Override
    public String type() {
        return "relativedelta";
    }

    @Override
    public void represent(Output out) {
        StringBuilder parts = new StringBuilder();
        shift.forEach(
                (unit, count) -> part(parts, unit.toString().toLowerCase(Locale.ROOT), String.format("%+d", count)));
        fields.forEach((field, value) -> part(parts, field.toString(), value.toString()));
        weekday.ifPresent(index -> part(parts, "weekday", index.toString()));
        out.append("relativedelta(" + parts + ")");
    }

    private static void part(StringBuilder parts, String name, String value) {
        parts.append(parts.isEmpty() ? "" : ", ").append(name).append('=').append(value);
    }
}
