package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Comparison;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Given;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.Sequence;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Jinja's tests, behind {@code is}. */
public final class Tests {

    private static final Table<Value> ALL = new Table<Value>()
            .method("defined", "", is(value -> !(value instanceof Undefined)))
            .method("undefined", "", is(Undefined.class::isInstance))
            .method("none", "", is(value -> value == None.NONE))
            .method("boolean", "", is(Bool.class::isInstance))
            .method("true", "", is(value -> value instanceof Bool bool && bool.truth()))
            .method("false", "", is(value -> value instanceof Bool bool && !bool.truth()))
            .method("integer", "", is(Int.class::isInstance))
            .method("float", "", is(Real.class::isInstance))
            .method("number", "", is(Numeric.class::isInstance))
            .method("string", "", is(Str.class::isInstance))
            .method("mapping", "", is(Dict.class::isInstance))
            .method("sequence", "", is(Tests::isIterable))
            .method("iterable", "", is(Tests::isIterable))
            .method("callable", "", is(Function.class::isInstance))
            .method("lower", "", (self, args) -> cased(self, args, text -> text.toLowerCase(Locale.ROOT)))
            .method("upper", "", (self, args) -> cased(self, args, text -> text.toUpperCase(Locale.ROOT)))
            .method("odd", "", (self, args) -> remainder(self, Int.of(2), args, true))
            .method("even", "", (self, args) -> remainder(self, Int.of(2), args, false))
            .method("divisibleby", "num", (self, args) -> remainder(self, args.value("num"), args, false))
            .method(
                    "sameas",
                    "other",
                    (self, args) -> new Bool(self == args.value("other") || same(self, args.value("other"))))
            .method(
                    "in",
                    "seq",
                    (self, args) -> new Bool(new Comparison(args.budget()).contains(args.value("seq"), self)))
            .method("filter", "", (self, args) -> named(() -> Filters.check(Output.of(self, args.budget()))))
            .method("test", "", (self, args) -> named(() -> check(Output.of(self, args.budget()))))
            .method("eq", "other", (self, args) -> equal(self, args, true))
            .method("ne", "other", (self, args) -> equal(self, args, false))
            .method("lt", "other", compared("<", order -> order < 0))
            .method("le", "other", compared("<=", order -> order <= 0))
            .method("gt", "other", compared(">", order -> order > 0))
            .method("ge", "other", compared(">=", order -> order >= 0))
            .alias("equalto", "eq")
            .alias("lessthan", "lt")
            .alias("greaterthan", "gt")
            .alias("==", "eq")
            .alias("!=", "ne")
            .alias("<", "lt")
            .alias("<=", "le")
            .alias(">", "gt")
            .alias(">=", "ge");

    private Tests() {}

    /** Fails for a test that is not there. */
    public static void check(String name) {
        if (!ALL.has(name)) {
            throw new Fault("no test named '" + name + "'");
        }
    }

    public static boolean apply(String name, Value subject, Given given, Budget budget) {
        check(name);
        return ALL.call(name, subject, given, budget).truth();
    }

    /** Compares by one of the operators {@code == != < <= > >=}. */
    public static boolean compare(String operator, Value left, Value right, Budget budget) {
        return apply(operator, left, new Given(List.of(right), Map.of()), budget);
    }

    private static Table.Method<Value> is(Predicate<Value> test) {
        return (self, args) -> new Bool(test.test(self));
    }

    private static boolean isIterable(Value value) {
        return value instanceof Str || value instanceof Sequence || value instanceof Dict;
    }

    private static Value cased(Value self, Arguments args, UnaryOperator<String> change) {
        String text = Output.of(Undefined.used(self), args.budget());
        boolean letters =
                text.codePoints().anyMatch(point -> Character.isUpperCase(point) || Character.isLowerCase(point));
        return new Bool(letters && change.apply(text).equals(text));
    }

    private static Value remainder(Value self, Value divisor, Arguments args, boolean wanted) {
        return new Bool(Arithmetic.apply("%", self, divisor, args.budget()).truth() == wanted);
    }

    /** What is one object in Python: small numbers, None, True and False. */
    private static boolean same(Value self, Value other) {
        boolean simple = self instanceof Numeric || self instanceof Str;
        return simple && self.equals(other);
    }

    private static Value named(Runnable check) {
        try {
            check.run();
            return new Bool(true);
        } catch (Fault unknown) {
            return new Bool(false);
        }
    }

    private static Value equal(Value self, Arguments args, boolean wanted) {
        return new Bool(new Comparison(args.budget()).equal(self, args.value("other")) == wanted);
    }

    private static Table.Method<Value> compared(String operator, IntPredicate wanted) {
        return (self, args) -> {
            int order = new Comparison(args.budget()).compare(self, args.value("other"), operator);
            return new Bool(wanted.test(order) && !isNaN(self) && !isNaN(args.value("other")));
        };
    }

    private static boolean isNaN(Value value) {
        return value instanceof Real number && Double.isNaN(number.real());
    }
}
