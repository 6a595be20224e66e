package io.lava4j.core.spi;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.value.Fields;
import io.lava4j.core.value.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * A spec, or an object in one: fields by name, read as the kinds of value that lava knows. Immutable. An absent field and
 * one that is null are the same. A field of the wrong kind is an {@link InvalidSpecException} that names it; after
 * validation against a schema that cannot happen.
 */
public final class Spec {

    private final Fields fields;

    /**
     * Makes a spec.
     *
     * @param subject what it is, for messages: {@code connection 'dwh'}
     * @param fields what it holds: strings, numbers, booleans, null, and lists and maps of these
     * @param directory what relative paths in it are relative to
     * @param places JSON Pointer to the place of that value, such as {@code jobs/a.yaml:3:5}; empty text when unknown
     */
    public Spec(String subject, Map<String, Object> fields, Path directory, UnaryOperator<String> places) {
        this(new Fields(subject, "", fields, directory, places));
    }

    private Spec(Fields fields) {
        this.fields = fields;
    }

    /**
     * What it is, for messages.
     *
     * @return such as {@code connection 'dwh'}
     */
    public String subject() {
        return fields.subject();
    }

    /**
     * Its fields as plain values.
     *
     * @return an unmodifiable map, in the order of the spec
     */
    public Map<String, Object> fields() {
        return fields.values();
    }

    /**
     * A text.
     *
     * @param field its name
     * @return the text; empty when absent
     */
    public Optional<String> text(String field) {
        return fields.read(field, "a string", Values::text);
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
        return fields.read(field, "true or false", Values::flag).orElse(otherwise);
    }

    /**
     * A port.
     *
     * @param field its name
     * @return 1 to 65535; empty when absent
     */
    public OptionalInt port(String field) {
        return fields.read(field, "a port, 1 to 65535", Values::port).stream()
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
        return fields.whole(field, "a whole number, 0 or more", Values::number);
    }

    /**
     * A size.
     *
     * @param field its name
     * @return bytes; empty when absent
     */
    public OptionalLong size(String field) {
        return fields.whole(field, "a size such as 10 or '64 KiB'", Values::size);
    }

    /**
     * A duration.
     *
     * @param field its name
     * @return to the millisecond; empty when absent
     */
    public Optional<Duration> duration(String field) {
        return fields.read(field, "a duration such as 90 or '10 m'", Values::duration);
    }

    /**
     * A file's path.
     *
     * @param field its name
     * @return absolute when it is absolute in the spec, else within the spec's own directory; empty when absent
     */
    public Optional<Path> path(String field) {
        return fields.path(field);
    }

    /**
     * A list of texts.
     *
     * @param field its name
     * @return the texts; empty when absent
     */
    public List<String> texts(String field) {
        return fields.read(field, "a list of strings", Values::texts).orElse(List.of());
    }

    /**
     * An object.
     *
     * @param field its name
     * @return its fields, with messages that name the way to it; without fields when absent
     */
    public Spec object(String field) {
        return new Spec(fields.object(field));
    }

    /**
     * The fault of one field, to be thrown or to be collected.
     *
     * @param field JSON Pointer from here, such as {@code /args/2}
     * @param message the value and what was expected
     * @return the violation, with its place
     */
    public Violation violation(String field, String message) {
        return fields.violation(field, message);
    }

    /**
     * The error for one faulty field.
     *
     * @param field JSON Pointer from here, such as {@code /args/2}
     * @param message the value and what was expected
     * @return the error, to be thrown
     */
    public InvalidSpecException invalid(String field, String message) {
        return fields.invalid(field, message);
    }

    @Override
    public String toString() {
        return fields.subject();
    }
}
