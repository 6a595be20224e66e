package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Parameters;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code {% macro name(parameters) %}}. */
public record Macro(String name, List<String> parameters, Map<String, Expression> defaults, Body body)
        implements Statement {

    @Override
    public void run(Frame frame) {
        Parameters takes = new Parameters(parameters, 0, false, false);
        frame.set(name, new Function(name, takes, arguments -> call(frame, arguments), Map.of()));
    }

    private Value call(Frame definition, Arguments arguments) {
        Frame frame = definition.writing();
        for (String parameter : parameters) {
            frame.set(parameter, arguments.given(parameter).orElseGet(() -> missing(parameter, frame)));
        }
        body.run(frame);
        return frame.out().value();
    }

    private Value missing(String parameter, Frame frame) {
        return Optional.ofNullable(defaults.get(parameter))
                .map(value -> value.evaluate(frame))
                .orElseGet(() -> new Undefined("parameter '" + parameter + "' was not provided", false));
    }
}
