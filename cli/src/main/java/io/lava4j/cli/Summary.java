package io.lava4j.cli;

import io.lava4j.core.JobResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** What a person wants to know of a job that did not fail. */
final class Summary {

    /** Two blanks and the name of what follows. */
    private static final int INDENTATION = 11;

    private final Map<String, Object> fields;
    private final Prose results;

    private Summary(Map<String, Object> fields, Prose results) {
        this.fields = fields;
        this.results = results;
    }

    static void tell(JobResult result, Prose results) {
        new Summary(result.fields(), results).tell();
    }

    private void tell() {
        results.say("job '" + fields.get("job_id") + "' " + status() + elapsed() + unchanged());
        if (fields.containsKey("table")) {
            line("table", fields.get("schema") + "." + fields.get("table"));
        }
        number("rows", Amounts::count, true);
        number("files", Amounts::count, true);
        number("bytes", Amounts::size, true);
        number("skipped", Amounts::count, false);
        number("deleted", Amounts::count, false);
        number("warnings", Amounts::count, false);
        plan();
    }

    private String status() {
        String status = String.valueOf(fields.get("status"));
        return status.equals("skipped") ? status : results.ink().good(status);
    }

    private String elapsed() {
        return fields.get("elapsed") instanceof Number seconds
                ? " in "
                        + Amounts.time(Duration.ofMillis(new BigDecimal(seconds.toString())
                                .movePointRight(3)
                                .longValue()))
                : "";
    }

    private String unchanged() {
        return "checked".equals(fields.get("status")) ? "; nothing was changed" : "";
    }

    /** What a dry run would have done. */
    private void plan() {
        if (fields.containsKey("load_path_reason")) {
            line("path", fields.get("load_path") + ": " + fields.get("load_path_reason"));
        }
        elements("objects").forEach(object -> line("file", object.get("uri") + ", " + bytes(object.get("bytes"))));
        list("arguments").forEach(argument -> line("argument", "'" + argument + "'"));
        // Files that load by one and the same statement need it shown once.
        list("statements").distinct().forEach(statement -> line("sql", statement.toString()));
    }

    private Stream<Map<?, ?>> elements(String field) {
        return list(field).filter(Map.class::isInstance).map(Map.class::cast);
    }

    private Stream<?> list(String field) {
        return fields.get(field) instanceof List<?> list ? list.stream() : Stream.empty();
    }

    private static String bytes(Object size) {
        return size instanceof Number number ? Amounts.count(number.longValue()) + " bytes" : "";
    }

    private void number(String field, LongFunction<String> format, boolean alsoZero) {
        if (fields.get(field) instanceof Number number && (alsoZero || number.longValue() != 0)) {
            line(field, format.apply(number.longValue()));
        }
    }

    private void line(String name, String value) {
        results.say(String.format("  %-9s%s", name, value), INDENTATION);
    }
}
