package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Given;
import io.lava4j.template.jinja.value.Parameters;
import io.lava4j.template.jinja.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Operations by name: the only way from a template to code.
 *
 * @param <S> what they work on
 */
public final class Table<S extends Value> {

    private final Map<String, Method<S>> methods = new HashMap<>();
    private final Map<String, Parameters> parameters = new HashMap<>();
    private final Map<String, java.util.function.Function<S, Value>> properties = new HashMap<>();

    /**
     * What an operation does.
     *
     * @param <S> what it works on
     */
    @FunctionalInterface
    interface Method<S> {
        Value call(S self, Arguments arguments);
    }

    Table<S> method(String name, String takes, Method<S> method) {
        methods.put(name, method);
        parameters.put(name, Parameters.of(takes));
        return this;
    }

    Table<S> property(String name, java.util.function.Function<S, Value> property) {
        properties.put(name, property);
        return this;
    }

    Table<S> alias(String alias, String name) {
        return method(alias, methods.get(name), parameters.get(name));
    }

    Table<S> addAll(Table<S> other) {
        other.methods.forEach((name, method) -> method(name, method, other.parameters.get(name)));
        properties.putAll(other.properties);
        return this;
    }

    private Table<S> method(String name, Method<S> method, Parameters takes) {
        methods.put(name, method);
        parameters.put(name, takes);
        return this;
    }

    public boolean has(String name) {
        return methods.containsKey(name);
    }

    /** Calls an operation that is there. */
    public Value call(String name, S self, Given given, Budget budget) {
        return bound(name, self).call(given, budget);
    }

    Optional<Value> attribute(S self, String name) {
        if (properties.containsKey(name)) {
            return Optional.of(properties.get(name).apply(self));
        }
        return has(name) ? Optional.of(bound(name, self)) : Optional.empty();
    }

    private Function bound(String name, S self) {
        Method<S> method = methods.get(name);
        return new Function(name, parameters.get(name), arguments -> method.call(self, arguments), Map.of());
    }
}
