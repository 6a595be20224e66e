package io.lava4j.template.jinja.value;

import java.util.Map;

/**
 * Something a template can call.
 *
 * @param name for messages
 * @param parameters what it takes
 * @param body what it does
 * @param members what it has besides, such as {@code datetime.strptime}
 */
public record Function(String name, Parameters parameters, Body body, Map<String, Value> members) implements Value {

    /** What a function does. */
    @FunctionalInterface
    public interface Body {
        Value call(Arguments arguments);
    }

    public static Function of(String name, String parameters, Body body) {
        return new Function(name, Parameters.of(parameters), body, Map.of());
    }

    public Value call(Given given, Budget budget) {
        return body.call(parameters.bind(name, given, budget));
    }

    @Override
    public String type() {
        return "function";
    }

    @Override
    public void represent(Output out) {
        out.append("<function " + name + ">");
    }
}
