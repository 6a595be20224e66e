package io.lava4j.cli;

import io.lava4j.core.JobResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** What a person wants to know of a job that did not fail. */
final class Summary {

    private final Map<String, Object> fields;
    private final List<String> lines = new ArrayList<>();

    private Summary(Map<String, Object> fields) {
        this.fields = fields;
    }

    static List<String> of(JobResult result) {
        return new Summary(result.fields()).lines();
    }

    private List<String> lines() {
        lines.add("job '" + fields.get("job_id") + "' " + fields.get("status") + elapsed());
        if (fields.containsKey("table")) {
            line("table", fields.get("schema") + "." + fields.get("table"));
        }
        number("rows", Amounts::count, true);
        number("files", Amounts::count, true);
        number("bytes", Amounts::size, true);
        number("skipped", Amounts::count, false);
        number("deleted", Amounts::count, false);
        number("warnings", Amounts::count, false);
        return List.copyOf(lines);
    }

    private String elapsed() {
        return fields.get("elapsed") instanceof Number seconds
                ? " in "
                        + Amounts.time(Duration.ofMillis(new BigDecimal(seconds.toString())
                                .movePointRight(3)
                                .longValue()))
                : "";
    }

    private void number(String field, LongFunction<String> format, boolean alsoZero) {
        if (fields.get(field) instanceof Number number && (alsoZero || number.longValue() != 0)) {
            line(field, format.apply(number.longValue()));
        }
    }

    private void line(String name, String value) {
        lines.add(String.format("  %-9s%s", name, value));
    }
}
