package io.lava4j.template.jinja.value;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** A time zone. */
public record TimeZone(ZoneId zone) implements Value {

    public static final TimeZone UTC = new TimeZone(ZoneOffset.UTC);

    @Override
    public String type() {
        return "tzinfo";
    }

    @Override
    public void represent(Output out) {
        out.append(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }
}
