package io.lava4j.core.run;

import io.lava4j.core.spec.Pointers;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.TemplateEngine;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Renders the strings of one job. */
final class Templates {

    private final Spec job;
    private final Parameters parameters;
    private final Optional<TemplateEngine> engine;
    private final Map<String, Object> variables = new HashMap<>();

    Templates(Spec job, Parameters parameters, Optional<TemplateEngine> engine, String realm, RunRecord record) {
        this.job = job;
        this.parameters = parameters;
        this.engine = engine;
        Map<String, Object> described = new LinkedHashMap<>(job.fields());
        described.put("realm", realm);
        described.put("run_id", record.runId());
        variables.put("job", described);
        variables.put("realm", realm);
        variables.put("globals", field("/globals"));
        variables.put("state", field("/state"));
        variables.put("vars", field("/parameters/vars"));
        variables.put("start", record.start().atZone(ZoneId.systemDefault()));
        variables.put("ustart", record.start().atZone(ZoneOffset.UTC));
    }

    String render(String pointer, Map<String, ?> more) {
        String text = Pointers.find(job.fields(), pointer)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElseThrow(() -> job.invalid(pointer, "is not a string"));
        if (parameters.given(pointer) || !isTemplate(text)) {
            return text;
        }
        TemplateEngine present = engine.orElseThrow(
                () -> job.invalid(
                        pointer,
                        "'" + text
                                + "' is a template, and this distribution has no template engine yet: expected the value as it is"));
        Map<String, Object> all = new HashMap<>(variables);
        all.putAll(more);
        try {
            return present.render(text, all);
        } catch (IllegalArgumentException fault) {
            throw job.invalid(pointer, "'" + text + "': " + fault.getMessage());
        }
    }

    private Object field(String pointer) {
        return Pointers.find(job.fields(), pointer).orElse(Map.of());
    }

    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }
}
