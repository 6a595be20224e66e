package io.lava4j.core.run;

import io.lava4j.core.spec.Pointers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Merges parameters given at run time over a job's fields, and remembers which they were: they are data, never templates. */
final class Parameters {

    /** The place of what was given, in messages. */
    static final String PLACE = "given at run time";

    private final Map<String, Object> merged;
    private final Set<String> given = new HashSet<>();

    /**
     * Merges.
     *
     * @param subject the job, for messages
     * @param fields the job's spec
     * @param parameters what was given: an object is merged into an object, anything else takes the old one's place
     */
    Parameters(String subject, Map<String, Object> fields, Map<String, Object> parameters) {
        Map<String, Object> plain = new PlainCopy(subject, PLACE).of("/parameters", parameters);
        merged = plain.isEmpty() ? fields : merge("", fields, Map.of("parameters", plain));
    }

    /** The job's fields, parameters merged in. */
    Map<String, Object> merged() {
        return merged;
    }

    /** Whether a value was given at run time, or is part of one that was. */
    boolean given(String pointer) {
        return given.stream().anyMatch(data -> pointer.equals(data) || pointer.startsWith(data + "/"));
    }

    private Map<String, Object> merge(String pointer, Map<?, ?> under, Map<?, ?> over) {
        Map<String, Object> result = new LinkedHashMap<>();
        under.forEach((name, value) -> result.put(String.valueOf(name), value));
        over.forEach((key, value) -> {
            String name = String.valueOf(key);
            String member = pointer + "/" + Pointers.escape(name);
            if (value instanceof Map<?, ?> object && result.get(name) instanceof Map<?, ?> known) {
                result.put(name, merge(member, known, object));
            } else {
                result.put(name, value);
                given.add(member);
            }
        });
        return result;
    }
}
