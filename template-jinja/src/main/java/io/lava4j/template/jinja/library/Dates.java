package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.date.IsoDates;
import io.lava4j.template.jinja.date.LooseDates;
import io.lava4j.template.jinja.text.Strptime;
import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Date;
import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Namespace;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Parameters;
import io.lava4j.template.jinja.value.Time;
import io.lava4j.template.jinja.value.TimeDelta;
import io.lava4j.template.jinja.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Python's {@code date}, {@code time}, {@code datetime}, {@code timedelta}, and dateutil's parsers. */
final class Dates {

    static final Function DATE = type(
            "date",
            "year, month, day",
            args -> new Date(day(args)),
            Function.of("today", "", args -> new Date(LocalDate.now())),
            Function.of(
                    "fromisoformat",
                    "date_string",
                    args -> DateTimeMethods.date(IsoDates.parse(args.text("date_string")))));

    static final Function TIME = type(
            "time",
            "hour=, minute=, second=, microsecond=",
            args -> new Time(DateMethods.replaced(LocalTime.MIDNIGHT, args)));

    static final Function DATETIME = type(
            "datetime",
            "year, month, day, hour=, minute=, second=, microsecond=, tzinfo=",
            args -> new DateTime(
                    day(args).atTime(DateMethods.replaced(LocalTime.MIDNIGHT, args)),
                    DateTimeMethods.zone(args, "tzinfo")),
            Function.of("strptime", "date_string, format", Dates::strptime),
            Function.of("fromtimestamp", "timestamp, tz=", Dates::fromTimestamp),
            Function.of("fromisoformat", "date_string", args -> IsoDates.parse(args.text("date_string"))),
            Function.of("now", "tz=", args -> at(Instant.now(), DateTimeMethods.zone(args, "tz"))),
            Function.of("utcnow", "", args -> new DateTime(LocalDateTime.now(ZoneOffset.UTC), Optional.empty())),
            Function.of("combine", "date, time", Dates::combined));

    static final Function TIMEDELTA = Function.of(
            "timedelta", "days=, seconds=, microseconds=, milliseconds=, minutes=, hours=, weeks=", Dates::delta);

    static final Namespace PARSER = new Namespace(
            "module 'parser'",
            Map.of(
                    "parse", Function.of("parse", "timestr, default=, dayfirst=, yearfirst=", Dates::parsed),
                    "isoparse", Function.of("isoparse", "dt_str", args -> IsoDates.parse(args.text("dt_str")))));

    private Dates() {}

    private static Function type(String name, String takes, Function.Body body, Function... members) {
        Map<String, Value> all = Arrays.stream(members).collect(Collectors.toMap(Function::name, member -> member));
        return new Function(name, Parameters.of(takes), body, all);
    }

    static DateTime strptime(Arguments args) {
        return Strptime.parse(args.text("date_string"), args.text("format"));
    }

    static DateTime fromTimestamp(Arguments args) {
        BigDecimal seconds = number(args.value("timestamp"), args, "timestamp");
        TimeDelta since = TimeDelta.ofSeconds(seconds);
        return at(Instant.EPOCH.plus(since.span()), DateTimeMethods.zone(args, "tz"));
    }

    /** Naive and local without a zone, as Python has it. */
    private static DateTime at(Instant instant, Optional<ZoneId> zone) {
        return new DateTime(LocalDateTime.ofInstant(instant, zone.orElseGet(ZoneId::systemDefault)), zone);
    }

    private static LocalDate day(Arguments args) {
        return DateMethods.replaced(LocalDate.of(1, 1, 1), args);
    }

    private static Value combined(Arguments args) {
        if (args.value("date") instanceof Date date && args.value("time") instanceof Time time) {
            return new DateTime(date.day().atTime(time.clock()), Optional.empty());
        }
        throw args.wrong("date", "a date and a time");
    }

    private static Value delta(Arguments args) {
        Map<String, Long> micros = Map.of(
                "days", 86_400_000_000L,
                "seconds", 1_000_000L,
                "microseconds", 1L,
                "milliseconds", 1_000L,
                "minutes", 60_000_000L,
                "hours", 3_600_000_000L,
                "weeks", 604_800_000_000L);
        BigDecimal sum = args.bound().keySet().stream()
                .map(unit -> number(args.value(unit), args, unit).multiply(BigDecimal.valueOf(micros.get(unit))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return TimeDelta.ofSeconds(sum.movePointLeft(6));
    }

    private static BigDecimal number(Value value, Arguments args, String name) {
        if (value instanceof Numeric number) {
            boolean whole = number.isWhole() || !Double.isFinite(number.real());
            return whole ? new BigDecimal(number.whole()) : new BigDecimal(number.real());
        }
        throw args.wrong(name, "a number");
    }

    private static Value parsed(Arguments args) {
        LocalDateTime otherwise = args.value("default") instanceof DateTime moment
                ? moment.local()
                : LocalDate.now().atStartOfDay();
        return LooseDates.parse(
                args.text("timestr"), otherwise, args.flag("dayfirst", false), args.flag("yearfirst", false));
    }
}
