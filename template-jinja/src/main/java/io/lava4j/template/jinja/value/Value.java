package io.lava4j.template.jinja.value;

/** Anything a template can hold. The list is closed: no object of Java's is ever among them. */
public sealed interface Value
        permits Numeric,
                Sequence,
                None,
                Undefined,
                Str,
                Dict,
                Date,
                Time,
                DateTime,
                TimeDelta,
                RelativeDelta,
                TimeZone,
                Match,
                Function,
                Namespace {

    /** Python's name of its type, for messages. */
    String type();

    /** Whether it counts as true. */
    default boolean truth() {
        return true;
    }

    /** Writes it as Python's {@code repr} does. */
    void represent(Output out);

    /** Writes it as Python's {@code str} does. */
    default void print(Output out) {
        represent(out);
    }
}
