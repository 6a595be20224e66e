package io.lava4j.template.jinja.value;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** A time of day, without a zone, to the microsecond. */
public record Time(LocalTime clock) implements Value {

    public Time {
        clock = clock.truncatedTo(ChronoUnit.MICROS);
    }

    /** Such as {@code 00:05:09.123456}; the fraction only if there is one. */
    public String iso() {
        return digits(clock);
    }

    static String digits(LocalTime clock) {
        String whole = String.format("%02d:%02d:%02d", clock.getHour(), clock.getMinute(), clock.getSecond());
        return clock.getNano() == 0 ? whole : whole + String.format(".%06d", clock.getNano() / 1000);
    }

    /** The arguments of Python's constructor. */
    static String parts(LocalTime clock) {
        StringBuilder parts = new StringBuilder(clock.getHour() + ", " + clock.getMinute());
        int micros = clock.getNano() / 1000;
        if (clock.getSecond() != 0 || micros != 0) {
            parts.append(", ").append(clock.getSecond());
        }
        return micros == 0 ? parts.toString() : parts + ", " + micros;
    }

    @Override
    public String type() {
        return "datetime.time";
    }

    @Override
    public void print(Output out) {
        out.append(iso());
    }

    @Override
    public void represent(Output out) {
        out.append("datetime.time(" + parts(clock) + ")");
    }
}
