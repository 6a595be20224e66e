package io.lava4j.template.jinja.value;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A date and time to the microsecond. As in Python, arithmetic is done on what the clock on the wall shows.
 *
 * @param local what the clock shows
 * @param zone where; empty for a naive one
 */
public record DateTime(LocalDateTime local, Optional<ZoneId> zone) implements Value {

    public DateTime {
        local = local.truncatedTo(ChronoUnit.MICROS);
        Date.checkYear(local.getYear());
    }

    public static DateTime of(ZonedDateTime moment) {
        return new DateTime(moment.toLocalDateTime(), Optional.of(moment.getZone()));
    }

    public DateTime with(LocalDateTime other) {
        return new DateTime(other, zone);
    }

    public boolean isAware() {
        return zone.isPresent();
    }

    public Optional<ZonedDateTime> zoned() {
        return zone.map(local::atZone);
    }

    /** The point in time; a naive one is taken as local. */
    public Instant instant() {
        return local.atZone(zone.orElseGet(ZoneId::systemDefault)).toInstant();
    }

    public String iso(String separator) {
        return local.toLocalDate() + separator + Time.digits(local.toLocalTime()) + offset(":");
    }

    /** Such as {@code +11:00}; nothing for a naive one. */
    public String offset(String separator) {
        return zoned().map(moment -> offset(moment.getOffset(), separator)).orElse("");
    }

    private static String offset(ZoneOffset offset, String separator) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String rest = seconds % 60 == 0 ? "" : separator + String.format("%02d", seconds % 60);
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        return sign + String.format("%02d%s%02d", seconds / 3600, separator, seconds / 60 % 60) + rest;
    }

    @Override
    public String type() {
        return "datetime.datetime";
    }

    @Override
    public void print(Output out) {
        out.append(iso(" "));
    }

    @Override
    public void represent(Output out) {
        out.append("datetime.datetime(" + local.getYear() + ", " + local.getMonthValue() + ", " + local.getDayOfMonth()
                + ", " + Time.parts(local.toLocalTime()));
        zone.ifPresent(there -> new TimeZone(there).represent(out.append(", tzinfo=")));
        out.append(")");
    }
}
