package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Given;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments written in a call.
 *
 * @param spread {@code *list}
 * @param spreadNamed {@code **dict}
 */
public record Actual(
        List<Expression> positional,
        Map<String, Expression> named,
        Optional<Expression> spread,
        Optional<Expression> spreadNamed) {

    public static Actual of(List<Expression> positional) {
        return new Actual(positional, Map.of(), Optional.empty(), Optional.empty());
    }

    Given evaluate(Frame frame) {
        List<Value> values = new ArrayList<>();
        positional.forEach(argument -> values.add(argument.evaluate(frame)));
        spread.ifPresent(list -> values.addAll(Iteration.of(list.evaluate(frame), frame.budget())));
        Map<String, Value> byName = new LinkedHashMap<>();
        named.forEach((name, argument) -> byName.put(name, argument.evaluate(frame)));
        spreadNamed.ifPresent(dict -> addAll(dict.evaluate(frame), byName));
        return new Given(values, byName);
    }

    private static void addAll(Value value, Map<String, Value> byName) {
        if (!(Undefined.used(value) instanceof Dict dict)) {
            throw new Fault("the argument after ** must be a mapping, not " + value.type());
        }
        for (Dict.Entry entry : dict.entries()) {
            if (!(entry.key() instanceof Str name)) {
                throw new Fault("keywords must be strings");
            }
            byName.put(name.text(), entry.value());
        }
    }
}
