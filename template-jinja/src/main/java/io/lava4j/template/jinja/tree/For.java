package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code {% for target in items if wanted %}}. */
public record For(Target target, Expression items, Optional<Expression> wanted, Body body, Body otherwise, String place)
        implements Statement {

    @Override
    public void run(Frame frame) {
        try {
            List<Value> values = chosen(frame);
            for (int index = 0; index < values.size(); index++) {
                frame.budget().step();
                Frame round = frame.scope();
                round.set("loop", Loop.state(values, index));
                target.assign(round, values.get(index));
                body.run(round);
            }
            if (values.isEmpty()) {
                otherwise.run(frame);
            }
        } catch (Fault fault) {
            throw fault.at(place);
        }
    }

    private List<Value> chosen(Frame frame) {
        List<Value> all = Iteration.of(items.evaluate(frame), frame.budget());
        if (wanted.isEmpty()) {
            return all;
        }
        List<Value> chosen = new ArrayList<>();
        for (Value value : all) {
            frame.budget().step();
            Frame round = frame.scope();
            target.assign(round, value);
            if (wanted.get().evaluate(round).truth()) {
                chosen.add(value);
            }
        }
        return chosen;
    }
}
