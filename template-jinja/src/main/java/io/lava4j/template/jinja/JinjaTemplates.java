package io.lava4j.template.jinja;

import io.lava4j.core.spi.TemplateEngine;
import java.util.Map;

/** Jinja's language over closed values. Holds nothing: the engine's classes are loaded by the first rendering. */
public final class JinjaTemplates implements TemplateEngine {

    /** For {@link java.util.ServiceLoader}. */
    public JinjaTemplates() {}

    @Override
    public String render(String template, Map<String, ?> variables) {
        return new Rendering(System::nanoTime).render(template, variables);
    }
}
