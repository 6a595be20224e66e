package io.lava4j.template.jinja.value;

import java.util.Map;
import java.util.Optional;

/**
 * Named values: a module such as {@code utils.re}, the state of a loop, or what {@code namespace()} makes.
 *
 * @param type what it calls itself in messages
 * @param members its values by name; of {@code namespace()} they change
 */
public record Namespace(String type, Map<String, Value> members) implements Value {

    public Optional<Value> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    @Override
    public void represent(Output out) {
        out.append("<" + type + ">");
    }
}
