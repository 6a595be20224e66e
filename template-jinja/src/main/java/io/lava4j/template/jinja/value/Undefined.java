package io.lava4j.template.jinja.value;

/**
 * What an unknown name stands for: an error as soon as it is used.
 *
 * @param fault what to say then
 * @param silent the value of an inline {@code if} without {@code else}: prints nothing and is false
 */
public record Undefined(String fault, boolean silent) implements Value {

    public static Undefined name(String name) {
        return new Undefined("'" + name + "' is undefined", false);
    }

    public static Undefined attribute(Value of, String name) {
        return new Undefined("'" + of.type() + " object' has no attribute '" + name + "'", false);
    }

    public static Undefined noElse() {
        return new Undefined("the inline if-expression evaluated to false and no else section was defined", true);
    }

    /** Fails for what must not be undefined. */
    public static Value used(Value value) {
        if (value instanceof Undefined undefined && !undefined.silent) {
            throw undefined.used();
        }
        return value;
    }

    public Fault used() {
        return new Fault(fault);
    }

    @Override
    public String type() {
        return "Undefined";
    }

    @Override
    public boolean truth() {
        used(this);
        return false;
    }

    @Override
    public void represent(Output out) {
        used(this);
    }
}
