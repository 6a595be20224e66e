package io.lava4j.template.jinja.value;

import java.util.List;
import java.util.Map;

/** The arguments as a call has them. */
public record Given(List<Value> positional, Map<String, Value> named) {

    public static Given nothing() {
        return new Given(List.of(), Map.of());
    }
}
