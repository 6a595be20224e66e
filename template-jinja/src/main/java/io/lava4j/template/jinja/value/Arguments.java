package io.lava4j.template.jinja.value;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of one call, by parameter. To ask for one is to use it: an undefined one is a fault then.
 *
 * @param function for messages
 * @param bound by parameter
 * @param rest positional ones without a parameter
 * @param others named ones without a parameter
 * @param budget of the rendering
 */
public record Arguments(
        String function, Map<String, Value> bound, List<Value> rest, Map<String, Value> others, Budget budget) {

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    /** As given, undefined or not; empty if not given. */
    public Optional<Value> given(String name) {
        return Optional.ofNullable(bound.get(name));
    }

    public Value value(String name) {
        return Undefined.used(bound.getOrDefault(name, None.NONE));
    }

    /** Empty if it is not given or None. */
    public Optional<Value> find(String name) {
        return Optional.of(value(name)).filter(value -> value != None.NONE);
    }

    public String text(String name) {
        if (value(name) instanceof Str string) {
            return string.text();
        }
        throw wrong(name, "a string");
    }

    public String text(String name, String otherwise) {
        return find(name).isPresent() ? text(name) : otherwise;
    }

    public int number(String name, int otherwise) {
        return find(name).isPresent() ? number(name) : otherwise;
    }

    /** Cut to what an int holds: sizes that large are refused anyway. */
    public int number(String name) {
        if (value(name) instanceof Numeric number && number.isWhole()) {
            return number.whole().min(MOST).max(MOST.negate()).intValue();
        }
        throw wrong(name, "a whole number");
    }

    public double real(String name, double otherwise) {
        if (find(name).isEmpty()) {
            return otherwise;
        }
        if (value(name) instanceof Numeric number) {
            return number.real();
        }
        throw wrong(name, "a number");
    }

    public boolean flag(String name, boolean otherwise) {
        return find(name).map(Value::truth).orElse(otherwise);
    }

    public Fault wrong(String name, String expected) {
        return new Fault(function + "() got '" + value(name).type() + "' for '" + name + "': expected " + expected);
    }
}
