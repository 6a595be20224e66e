package com.example.extended;

import io.lava4j.core.spi.TemplateEngine;
import java.util.Map;

/** Cannot be made. */
public final class Engine implements TemplateEngine {

    /** Fails. */
    public Engine() {
        throw new IllegalStateException("no engine");
    }

    @Override
    public String render(String template, Map<String, ?> variables) {
        throw new AssertionError("never made");
    }
}
