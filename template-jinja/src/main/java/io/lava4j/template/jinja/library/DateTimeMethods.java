package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.text.Strftime;
import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Date;
import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Time;
import io.lava4j.template.jinja.value.TimeDelta;
import io.lava4j.template.jinja.value.TimeZone;
import io.lava4j.template.jinja.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Python's methods of datetimes and time zones. */
final class DateTimeMethods {

    static final Table<DateTime> TABLE = new Table<DateTime>()
            .property("year", self -> Int.of(self.local().getYear()))
            .property("month", self -> Int.of(self.local().getMonthValue()))
            .property("day", self -> Int.of(self.local().getDayOfMonth()))
            .property("hour", self -> Int.of(self.local().getHour()))
            .property("minute", self -> Int.of(self.local().getMinute()))
            .property("second", self -> Int.of(self.local().getSecond()))
            .property("microsecond", self -> Int.of(self.local().getNano() / 1000))
            .property("tzinfo", self -> self.zone().<Value>map(TimeZone::new).orElse(None.NONE))
            .method("date", "", (self, args) -> date(self))
            .method("time", "", (self, args) -> new Time(self.local().toLocalTime()))
            .method(
                    "isoformat",
                    "sep=, timespec=",
                    (self, args) -> new Str(self.local().toLocalDate()
                            + args.text("sep", "T")
                            + DateMethods.spelt(self.local().toLocalTime(), args)
                            + self.offset(":")))
            .method("strftime", "format", (self, args) -> DateMethods.formatted(self, args))
            .method("ctime", "", (self, args) -> new Str(Strftime.format(self, "%c", args.budget())))
            .method("timestamp", "", (self, args) -> timestamp(self))
            .method(
                    "weekday",
                    "",
                    (self, args) -> Int.of(self.local().getDayOfWeek().getValue() - 1))
            .method(
                    "isoweekday",
                    "",
                    (self, args) -> Int.of(self.local().getDayOfWeek().getValue()))
            .method(
                    "isocalendar",
                    "",
                    (self, args) -> DateMethods.isoCalendar(self.local().toLocalDate()))
            .method(
                    "toordinal",
                    "",
                    (self, args) -> DateMethods.ordinal(self.local().toLocalDate()))
            .method(
                    "replace",
                    "year=, month=, day=, hour=, minute=, second=, microsecond=, tzinfo=, fold=",
                    (self, args) -> replaced(self, args))
            .method(
                    "astimezone",
                    "tz=",
                    (self, args) -> moved(self, zone(args, "tz").orElseGet(ZoneId::systemDefault)))
            .method("utcoffset", "", (self, args) -> offset(self))
            .method("tzname", "", (self, args) -> name(self, args))
            .method("fromtimestamp", "timestamp, tz=", (self, args) -> Dates.fromTimestamp(args))
            .method("strptime", "date_string, format", (self, args) -> Dates.strptime(args));

    static final Table<TimeZone> ZONE = new Table<TimeZone>()
            .method("utcoffset", "dt=", (self, args) -> offset(in(self, args)))
            .method("tzname", "dt=", (self, args) -> name(in(self, args), args));

    private DateTimeMethods() {}

    static Date date(DateTime moment) {
        return new Date(moment.local().toLocalDate());
    }

    static DateTime moved(DateTime moment, ZoneId to) {
        return DateTime.of(moment.instant().atZone(to));
    }

    static Optional<ZoneId> zone(Arguments args, String name) {
        Value given = args.value(name);
        if (given instanceof TimeZone zone) {
            return Optional.of(zone.zone());
        }
        if (given != None.NONE) {
            throw args.wrong(name, "a time zone or none");
        }
        return Optional.empty();
    }

    private static Value timestamp(DateTime moment) {
        BigDecimal nanos = BigDecimal.valueOf(moment.instant().getNano(), 9);
        return new Real(
                BigDecimal.valueOf(moment.instant().getEpochSecond()).add(nanos).doubleValue());
    }

    private static Value replaced(DateTime self, Arguments args) {
        LocalDateTime local = LocalDateTime.of(
                DateMethods.replaced(self.local().toLocalDate(), args),
                DateMethods.replaced(self.local().toLocalTime(), args));
        return new DateTime(local, args.given("tzinfo").isPresent() ? zone(args, "tzinfo") : self.zone());
    }

    private static Value offset(DateTime moment) {
        return moment.zoned()
                .<Value>map(there ->
                        new TimeDelta(Duration.ofSeconds(there.getOffset().getTotalSeconds())))
                .orElse(None.NONE);
    }

    private static Value name(DateTime moment, Arguments args) {
        return moment.isAware() ? new Str(Strftime.format(moment, "%Z", args.budget())) : None.NONE;
    }

    private static DateTime in(TimeZone zone, Arguments args) {
        if (args.value("dt") instanceof DateTime moment) {
            return new DateTime(moment.local(), Optional.of(zone.zone()));
        }
        throw args.wrong("dt", "a datetime");
    }
}
