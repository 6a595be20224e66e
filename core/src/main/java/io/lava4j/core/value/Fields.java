package io.lava4j.core.value;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The fields of a spec, or of an object in one.
 *
 * @param subject the spec, for messages
 * @param pointer JSON Pointer to the object; empty text for the whole spec
 * @param values what it holds
 * @param directory what relative paths in it are relative to
 * @param places JSON Pointer to the place of that value
 */
public record Fields(
        String subject, String pointer, Map<String, Object> values, Path directory, UnaryOperator<String> places) {

    /** Copies the values. */
    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A field's value; empty when absent. */
    public <T> Optional<T> read(String field, String kind, Function<Object, Optional<T>> reader) {
        Object value = values.get(field);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> read = reader.apply(value);
        if (read.isEmpty()) {
            throw invalid("/" + field, "is not " + kind);
        }
        return read;
    }

    /** A field's whole number; empty when absent. */
    public OptionalLong whole(String field, String kind, Function<Object, Optional<Long>> reader) {
        return read(field, kind, reader).stream().mapToLong(Long::longValue).findFirst();
    }

    /** A field's path; empty when absent. */
    public Optional<Path> path(String field) {
        return read(field, "a file's path", value -> Values.path(value, directory));
    }

    /** A field's own fields; none when absent. */
    public Fields object(String field) {
        Map<String, Object> inner = read(field, "an object", Values::object).orElse(Map.of());
        return new Fields(subject, pointer + "/" + field, inner, directory, places);
    }

    /** The fault of one field. */
    public Violation violation(String field, String message) {
        return new Violation(places.apply(pointer + field), pointer + field, message);
    }

    /** The error for one faulty field. */
    public InvalidSpecException invalid(String field, String message) {
        return new InvalidSpecException(subject, List.of(violation(field, message)));
    }
}
