package io.lava4j.template.jinja;

import io.lava4j.template.jinja.syntax.Parser;
import io.lava4j.template.jinja.tree.Body;
import io.lava4j.template.jinja.tree.Frame;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** One rendering of one template. */
final class Rendering {

    private final Budget budget;

    Rendering(LongSupplier nanoTime) {
        budget = new Budget(nanoTime);
    }

    String render(String template, Map<String, ?> variables) {
        try {
            Body body = Parser.parse(template);
            Map<String, Value> names = new HashMap<>();
            variables.forEach((name, given) -> names.put(name, Variables.value(given)));
            Frame frame = Frame.of(names, budget);
            body.run(frame);
            return frame.out().toString();
        } catch (StackOverflowError tooDeep) {
            throw Budget.tooDeep();
        }
    }
}
