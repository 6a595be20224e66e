package io.lava4j.core.run;

import io.lava4j.core.spec.Pointers;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.TemplateEngine;
import java.time.Instant;
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

    Templates(
            Spec job,
            Parameters parameters,
            Optional<TemplateEngine> engine,
            String realm,
            String runId,
            Instant start) {
        this.job = job;
        this.parameters = parameters;
        this.engine = engine;
        Map<String, Object> described = new LinkedHashMap<>(job.fields());
        described.put("realm", realm);
        described.put("run_id", runId);
        variables.put("job", described);
        variables.put("realm", realm);
        variables.put("globals", job.object("globals").fields());
        variables.put("state", Pointers.find(job.fields(), "/state").orElse(Map.of()));
        variables.put("vars", job.object("parameters").object("vars").fields());
        variables.put("start", start.atZone(ZoneId.systemDefault()));
        variables.put("ustart", start.atZone(ZoneOffset.UTC));
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
                                + "' is a template: templates are not there yet in this distribution; give the value as it is"));
        Map<String, Object> all = new HashMap<>(variables);
        all.putAll(more);
        try {
            return present.render(text, all);
        } catch (IllegalArgumentException fault) {
            throw job.invalid(pointer, "'" + text + "': " + fault.getMessage());
        }
    }

    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }
}
