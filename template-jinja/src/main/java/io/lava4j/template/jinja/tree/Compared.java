package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.library.Tests;
import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Comparison;
import io.lava4j.template.jinja.value.Value;
import java.util.List;

/** {@code a < b <= c}: every pair must hold. */
public record Compared(Expression first, List<Step> steps) implements Expression {

    /** An operator and what stands behind it. */
    public record Step(String operator, Expression operand) {}

    @Override
    public Value evaluate(Frame frame) {
        Value left = first.evaluate(frame);
        for (Step step : steps) {
            Value right = step.operand().evaluate(frame);
            if (!holds(step.operator(), left, right, frame.budget())) {
                return new Bool(false);
            }
            left = right;
        }
        return new Bool(true);
    }

    private static boolean holds(String operator, Value left, Value right, Budget budget) {
        return switch (operator) {
            case "in" -> new Comparison(budget).contains(right, left);
            case "not in" -> !new Comparison(budget).contains(right, left);
            default -> Tests.compare(operator, left, right, budget);
        };
    }
}
