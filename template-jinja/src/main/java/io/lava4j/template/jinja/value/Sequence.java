package io.lava4j.template.jinja.value;

import java.util.List;

/** A list or a tuple. */
public sealed interface Sequence extends Value permits ListValue, Tuple {

    List<Value> items();

    /** One of the same type. */
    Sequence with(List<Value> items);

    @Override
    default boolean truth() {
        return !items().isEmpty();
    }
}
