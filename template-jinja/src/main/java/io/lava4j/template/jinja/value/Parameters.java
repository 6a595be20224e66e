package io.lava4j.template.jinja.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a function.
 *
 * @param names in order
 * @param required how many of the first must be given
 * @param rest whether it takes any number of further positional arguments
 * @param others whether it takes arguments of any name
 */
public record Parameters(List<String> names, int required, boolean rest, boolean others) {

    /** Such as {@code "old, new, count=, *, **"}: {@code =} marks the optional ones. */
    public static Parameters of(String text) {
        List<String> names = new ArrayList<>();
        int required = 0;
        for (String name : text.isEmpty() ? new String[0] : text.split(", ")) {
            if (name.startsWith("*")) {
                continue;
            }
            required += name.endsWith("=") ? 0 : 1;
            names.add(name.replace("=", ""));
        }
        return new Parameters(List.copyOf(names), required, text.matches("(.*, )?\\*(,.*)?"), text.endsWith("**"));
    }

    Arguments bind(String function, Given given, Budget budget) {
        Map<String, Value> bound = new HashMap<>();
        int taken = Math.min(names.size(), given.positional().size());
        for (int index = 0; index < taken; index++) {
            bound.put(names.get(index), given.positional().get(index));
        }
        List<Value> further =
                given.positional().subList(taken, given.positional().size());
        if (!rest && !further.isEmpty()) {
            throw new Fault(function + "() takes at most " + names.size() + " arguments ("
                    + given.positional().size() + " given)");
        }
        Map<String, Value> unknown = new LinkedHashMap<>();
        given.named().forEach((name, value) -> bindNamed(function, name, value, bound, unknown));
        names.subList(0, required).stream()
                .filter(name -> !bound.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Fault(function + "() lacks its argument '" + name + "'");
                });
        return new Arguments(function, bound, further, unknown, budget);
    }

    private void bindNamed(
            String function, String name, Value value, Map<String, Value> bound, Map<String, Value> unknown) {
        if (!names.contains(name)) {
            if (!others) {
                throw new Fault(function + "() got an unexpected keyword argument '" + name + "'");
            }
            unknown.put(name, value);
        } else if (bound.put(name, value) != null) {
            throw new Fault(function + "() got multiple values for argument '" + name + "'");
        }
    }
}
