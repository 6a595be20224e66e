package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.Namespace;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.List;

/** What a value is assigned to: {@code name}, {@code a, b} or {@code namespace.name}. */
public interface Target {

    void assign(Frame frame, Value value);

    /** {@code name}. */
    record Single(String name) implements Target {

        @Override
        public void assign(Frame frame, Value value) {
            frame.set(name, value);
        }
    }

    /** {@code a, b}. */
    record Many(List<Target> targets) implements Target {

        @Override
        public void assign(Frame frame, Value value) {
            List<Value> values = Iteration.of(value, frame.budget());
            if (values.size() != targets.size()) {
                throw new Fault("cannot unpack " + values.size() + " values into " + targets.size() + " names");
            }
            for (int index = 0; index < values.size(); index++) {
                targets.get(index).assign(frame, values.get(index));
            }
        }
    }

    /** {@code namespace.name}. */
    record Member(String namespace, String name) implements Target {

        @Override
        public void assign(Frame frame, Value value) {
            if (!(Undefined.used(frame.find(namespace)) instanceof Namespace made)
                    || !made.type().equals("Namespace")) {
                throw new Fault("cannot assign attribute on '" + namespace + "', which is no namespace");
            }
            made.members().put(name, value);
        }
    }
}
