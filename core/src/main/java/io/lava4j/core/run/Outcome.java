package io.lava4j.core.run;

import io.lava4j.core.error.LavaException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param status done, checked, skipped, failed or interrupted
 * @param fields the result, in order
 * @param failure what went wrong; empty when nothing did
 */
public record Outcome(String status, Map<String, Object> fields, Optional<LavaException> failure) {

    /** Copies the fields. */
    public Outcome {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
