package io.lava4j.core.spi;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A spec, or an object in one: fields by name, read as the kinds of value that lava knows. Immutable. An absent field and
 * one that is null are the same. A field of the wrong kind is an {@link InvalidSpecException} that names it; after
 * validation against a schema that cannot happen.
 */
public final class Spec {

    private final String subject;
    private final String pointer;
    private final Map<String, Object> fields;
    private final Path directory;
    private final UnaryOperator<String> places;

    /**
     * Makes a spec.
     *
     * @param subject what it is, for messages: {@code connection 'dwh'}
     * @param fields what it holds: strings, numbers, booleans, null, and lists and maps of these
     * @param directory what relative paths in it are relative to
     * @param places JSON Pointer to the place of that value, such as {@code jobs/a.yaml:3:5}; empty text when unknown
     */
    public Spec(String subject, Map<String, Object> fields, Path directory, UnaryOperator<String> places) {
        this(subject, "", fields, directory, places);
    }

    private Spec(
            String subject, String pointer, Map<String, Object> fields, Path directory, UnaryOperator<String> places) {
        this.subject = subject;
        this.pointer = pointer;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.directory = directory;
        this.places = places;
    }

    /**
     * What it is, for messages.
     *
     * @return such as {@code connection 'dwh'}
     */
    public String subject() {
        return subject;
    }

    /**
     * Its fields as plain values.
     *
     * @return an unmodifiable map, in the order of the spec
     */
    public Map<String, Object> fields() {
        return fields;
    }

    /**
     * A text.
     *
     * @param field its name
     * @return the text; empty when absent
     */
    public Optional<String> text(String field) {
        return read(field, "a string", value -> value instanceof String text ? Optional.of(text) : Optional.empty());
    }

    /**
     * A text that the schema requires.
     *
     * @param field its name
     * @return the text
     * @throws InvalidSpecException if it is absent
     */
    public String required(String field) {
        return text(field).orElseThrow(() -> invalid("/" + field, "is required"));
    }

    /**
     * A boolean, also as one of the words that stand for one.
     *
     * @param field its name
     * @param otherwise what it is when absent
     * @return the value
     */
    public boolean flag(String field, boolean otherwise) {
        return read(field, "true or false", Values::flag).orElse(otherwise);
    }

    /**
     * A port.
     *
     * @param field its name
     * @return 1 to 65535; empty when absent
     */
    public OptionalInt port(String field) {
        return read(field, "a port, 1 to 65535", Values::port).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /**
     * A whole number that is not negative.
     *
     * @param field its name
     * @return the number; empty when absent
     */
    public OptionalLong number(String field) {
        return read(field, "a whole number, 0 or more", Values::number).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /**
     * A size.
     *
     * @param field its name
     * @return bytes; empty when absent
     */
    public OptionalLong size(String field) {
        return read(field, "a size such as 10 or '64 KiB'", Values::size).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /**
     * A duration.
     *
     * @param field its name
     * @return to the millisecond; empty when absent
     */
    public Optional<Duration> duration(String field) {
        return read(field, "a duration such as 90 or '10 m'", Values::duration);
    }

    /**
     * A file's path.
     *
     * @param field its name
     * @return absolute when it is absolute in the spec, else within the spec's own directory; empty when absent
     */
    public Optional<Path> path(String field) {
        return read(field, "a file's path", this::resolved);
    }

    /**
     * A list of texts.
     *
     * @param field its name
     * @return the texts; empty when absent
     */
    public List<String> texts(String field) {
        return read(field, "a list of strings", Spec::strings).orElse(List.of());
    }

    /**
     * An object.
     *
     * @param field its name
     * @return its fields, with messages that name the way to it; without fields when absent
     */
    public Spec object(String field) {
        return new Spec(
                subject,
                pointer + "/" + field,
                read(field, "an object", Spec::map).orElse(Map.of()),
                directory,
                places);
    }

    /**
     * The fault of one field, to be thrown or to be collected.
     *
     * @param field JSON Pointer from here, such as {@code /args/2}
     * @param message the value and what was expected
     * @return the violation, with its place
     */
    public Violation violation(String field, String message) {
        return new Violation(places.apply(pointer + field), pointer + field, message);
    }

    /**
     * The error for one faulty field.
     *
     * @param field JSON Pointer from here, such as {@code /args/2}
     * @param message the value and what was expected
     * @return the error, to be thrown
     */
    public InvalidSpecException invalid(String field, String message) {
        return new InvalidSpecException(subject, List.of(violation(field, message)));
    }

    @Override
    public String toString() {
        return subject;
    }

    private <T> Optional<T> read(String field, String kind, Function<Object, Optional<T>> reader) {
        Object value = fields.get(field);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> read = reader.apply(value);
        if (read.isEmpty()) {
            throw invalid("/" + field, "is not " + kind);
        }
        return read;
    }

    private Optional<Path> resolved(Object value) {
        try {
            return value instanceof String text ? Optional.of(directory.resolve(text)) : Optional.empty();
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> strings(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? Optional.of(list.stream().map(String.class::cast).toList())
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, entry) -> copy.put(String.valueOf(key), entry));
        return Optional.of(copy);
    }
}
