package io.lava4j.template.jinja.date;

import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Fault;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO 8601 as dateutil's isoparse reads it. */
public final class IsoDates {

    private static final Pattern FORM = Pattern.compile("(?<year>\\d{4})"
            + "(?:-?W(?<week>\\d\\d)(?:-?(?<weekday>[1-7]))?|-?(?<doy>\\d{3})(?!\\d)|(?:-?(?<month>\\d\\d)(?:-?(?<day>\\d\\d))?)?)"
            + "(?:\\D(?<hour>\\d\\d)(?::?(?<minute>\\d\\d)(?::?(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?)?"
            + "(?<zone>Z|z|[-+]\\d\\d(?::?\\d\\d)?)?)?");

    private IsoDates() {}

    public static DateTime parse(String text) {
        return find(text)
                .orElseThrow(() ->
                        new Fault("'" + text + "' is no ISO 8601 date: expected such as '2020-02-11T09:30:00+11:00'"));
    }

    /** Empty if it is not of that form or no date that exists. */
    static Optional<DateTime> find(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            boolean midnight = number(form, "hour", 0) == 24;
            LocalDate day = day(form).plusDays(midnight ? 1 : 0);
            return Optional.of(new DateTime(day.atTime(clock(form, midnight)), zone(form.group("zone"))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher form) {
        int year = number(form, "year", 1);
        if (form.group("doy") != null) {
            return LocalDate.ofYearDay(year, number(form, "doy", 1));
        }
        if (form.group("week") != null) {
            return LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(form, "week", 1))
                    .with(DayOfWeek.of(number(form, "weekday", 1)));
        }
        return LocalDate.of(year, number(form, "month", 1), number(form, "day", 1));
    }

    private static LocalTime clock(Matcher form, boolean midnight) {
        String fraction = Optional.ofNullable(form.group("fraction")).orElse("0");
        int nanos = Integer.parseInt(fraction + "0".repeat(9 - fraction.length()));
        int hour = midnight ? 0 : number(form, "hour", 0);
        return LocalTime.of(hour, number(form, "minute", 0), number(form, "second", 0), nanos);
    }

    static Optional<ZoneId> zone(String text) {
        return Optional.ofNullable(text)
                .map(offset -> offset.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(offset));
    }

    private static int number(Matcher form, String group, int otherwise) {
        return form.group(group) == null ? otherwise : Integer.parseInt(form.group(group));
    }
}
