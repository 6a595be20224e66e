package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.library.Globals;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where a part of a template runs: the names it sees and the text it writes to. */
public final class Frame {

    private final Optional<Frame> outer;
    private final Map<String, Value> names;
    private final Output out;
    private final Budget budget;

    private Frame(Optional<Frame> outer, Map<String, Value> names, Output out, Budget budget) {
        this.outer = outer;
        this.names = names;
        this.out = out;
        this.budget = budget;
    }

    public static Frame of(Map<String, Value> variables, Budget budget) {
        return new Frame(Optional.empty(), new HashMap<>(variables), new Output(budget), budget);
    }

    /** A scope within this one: what is set there is gone afterwards. */
    Frame scope() {
        return new Frame(Optional.of(this), new HashMap<>(), out, budget);
    }

    /** A scope that writes elsewhere. */
    Frame writing() {
        return new Frame(Optional.of(this), new HashMap<>(), new Output(budget), budget);
    }

    /** This scope, writing elsewhere. */
    Frame capturing() {
        return new Frame(outer, names, new Output(budget), budget);
    }

    Value find(String name) {
        Frame frame = this;
        while (!frame.names.containsKey(name) && frame.outer.isPresent()) {
            frame = frame.outer.get();
        }
        return Optional.ofNullable(frame.names.get(name))
                .or(() -> Globals.find(name))
                .orElseGet(() -> Undefined.name(name));
    }

    void set(String name, Value value) {
        names.put(name, value);
    }

    public Output out() {
        return out;
    }

    Budget budget() {
        return budget;
    }
}
