package io.lava4j.core.run;

import io.lava4j.core.plugin.Sought;
import io.lava4j.core.spec.Pointers;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.TemplateEngine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Renders the strings of one job. */
final class Templates {

    private final Spec job;
    private final Parameters parameters;
    private final Supplier<Sought<TemplateEngine>> engine;
    private final Spec realm;
    private final RunRecord record;

    /**
     * Renders nothing yet, and asks for no engine.
     *
     * @param job the job, parameters merged in
     * @param parameters which values were given at run time
     * @param engine looked up when the first template comes
     * @param realm the realm's spec
     * @param record the run
     */
    Templates(Spec job, Parameters parameters, Supplier<Sought<TemplateEngine>> engine, Spec realm, RunRecord record) {
        this.job = job;
        this.parameters = parameters;
        this.engine = engine;
        this.realm = realm;
        this.record = record;
    }

    String render(String pointer, String text, Map<String, ?> more) {
        if (Pointers.find(job.fields(), pointer)
                .filter(String.class::isInstance)
                .isEmpty()) {
            throw job.invalid(pointer, "is not a string");
        }
        if (parameters.given(pointer) || !isTemplate(text)) {
            return text;
        }
        Sought<TemplateEngine> sought = engine.get();
        TemplateEngine present = sought.provider()
                .orElseThrow(() -> job.invalid(
                        pointer,
                        "'" + text + "' is a template, and this installation has no template engine:"
                                + " add one, or write the value as it is" + sought.remark()));
        Map<String, Object> all = variables();
        all.putAll(more);
        try {
            return present.render(text, all);
        } catch (IllegalArgumentException fault) {
            throw job.invalid(pointer, "'" + text + "': " + fault.getMessage());
        }
    }

    /** Made when they are wanted: what is known of time zones is read from the installation, which takes time. */
    private Map<String, Object> variables() {
        // Templates see microseconds, as in the language that they come from.
        Instant begun = record.start().truncatedTo(ChronoUnit.MICROS);
        ZonedDateTime start = begun.atZone(ZoneId.systemDefault());
        ZonedDateTime ustart = begun.atZone(ZoneOffset.UTC);
        Map<String, Object> variables = new HashMap<>();
        variables.put("job", described(start, ustart));
        variables.put("realm", realm.fields());
        variables.put("globals", field("/globals"));
        variables.put("state", field("/state"));
        variables.put("vars", field("/parameters/vars"));
        variables.put("start", start);
        variables.put("ustart", ustart);
        return variables;
    }

    /** The spec as a worker knows it. A single run is dispatched when it starts. */
    private Map<String, Object> described(ZonedDateTime start, ZonedDateTime ustart) {
        Map<String, Object> described = new LinkedHashMap<>(job.fields());
        described.put("realm", realm.required("realm"));
        described.put("run_id", record.runId());
        described.put("ts_dispatch", start);
        described.put("ts_start", start);
        described.put("ts_ustart", ustart);
        return described;
    }

    private Object field(String pointer) {
        return Pointers.find(job.fields(), pointer).orElse(Map.of());
    }

    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }
}
