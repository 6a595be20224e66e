package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.text.Strftime;
import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Date;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Time;
import io.lava4j.template.jinja.value.TimeDelta;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.function.Supplier;

/** Python's methods of dates, times and spans. */
final class DateMethods {

    static final Table<Date> DATE = new Table<Date>()
            .property("year", self -> Int.of(self.day().getYear()))
            .property("month", self -> Int.of(self.day().getMonthValue()))
            .property("day", self -> Int.of(self.day().getDayOfMonth()))
            .method("isoformat", "", (self, args) -> new Str(self.day().toString()))
            .method("strftime", "format", (self, args) -> formatted(self, args))
            .method("ctime", "", (self, args) -> new Str(Strftime.format(self, "%c", args.budget())))
            .method(
                    "weekday",
                    "",
                    (self, args) -> Int.of(self.day().getDayOfWeek().getValue() - 1))
            .method(
                    "isoweekday",
                    "",
                    (self, args) -> Int.of(self.day().getDayOfWeek().getValue()))
            .method("isocalendar", "", (self, args) -> isoCalendar(self.day()))
            .method("toordinal", "", (self, args) -> ordinal(self.day()))
            .method("replace", "year=, month=, day=", (self, args) -> new Date(replaced(self.day(), args)));

    static final Table<Time> TIME = new Table<Time>()
            .property("hour", self -> Int.of(self.clock().getHour()))
            .property("minute", self -> Int.of(self.clock().getMinute()))
            .property("second", self -> Int.of(self.clock().getSecond()))
            .property("microsecond", self -> Int.of(self.clock().getNano() / 1000))
            .method("isoformat", "timespec=", (self, args) -> new Str(spelt(self.clock(), args)))
            .method("strftime", "format", (self, args) -> formatted(self, args))
            .method(
                    "replace",
                    "hour=, minute=, second=, microsecond=",
                    (self, args) -> new Time(replaced(self.clock(), args)));

    static final Table<TimeDelta> DELTA = new Table<TimeDelta>()
            .property("days", self -> Int.of(self.days()))
            .property("seconds", self -> Int.of(self.secondsOfDay()))
            .property("microseconds", self -> Int.of(self.microseconds()))
            .method("total_seconds", "", (self, args) -> new Real(self.seconds().doubleValue()));

    private DateMethods() {}

    static Value formatted(Value self, Arguments args) {
        return new Str(Strftime.format(self, args.text("format"), args.budget()));
    }

    static Value isoCalendar(LocalDate day) {
        return Tuple.of(
                Int.of(day.get(IsoFields.WEEK_BASED_YEAR)),
                Int.of(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                Int.of(day.getDayOfWeek().getValue()));
    }

    /** Days since the first of January of the year 1, which is 1. */
    static Value ordinal(LocalDate day) {
        return Int.of(day.toEpochDay() - LocalDate.of(1, 1, 1).toEpochDay() + 1);
    }

    static LocalDate replaced(LocalDate day, Arguments args) {
        return checked(() -> LocalDate.of(
                args.number("year", day.getYear()),
                args.number("month", day.getMonthValue()),
                args.number("day", day.getDayOfMonth())));
    }

    static LocalTime replaced(LocalTime clock, Arguments args) {
        return checked(() -> LocalTime.of(
                args.number("hour", clock.getHour()),
                args.number("minute", clock.getMinute()),
                args.number("second", clock.getSecond()),
                nanos(args.number("microsecond", clock.getNano() / 1000))));
    }

    private static int nanos(int micros) {
        if (micros < 0 || micros > 999_999) {
            throw new Fault("microsecond must be in 0..999999");
        }
        return micros * 1000;
    }

    static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (DateTimeException impossible) {
            throw new Fault("no such date or time: " + impossible.getMessage());
        }
    }

    static String spelt(LocalTime clock, Arguments args) {
        int micros = clock.getNano() / 1000;
        String spec = args.text("timespec", "auto");
        return switch (spec) {
            case "auto" -> new Time(clock).iso();
            case "hours" -> String.format("%02d", clock.getHour());
            case "minutes" -> String.format("%02d:%02d", clock.getHour(), clock.getMinute());
            case "seconds" -> new Time(clock.withNano(0)).iso();
            case "milliseconds" -> new Time(clock.withNano(0)).iso() + String.format(".%03d", micros / 1000);
            case "microseconds" -> new Time(clock.withNano(0)).iso() + String.format(".%06d", micros);
            default -> throw new Fault("unknown timespec value '" + spec + "'");
        };
    }
}
