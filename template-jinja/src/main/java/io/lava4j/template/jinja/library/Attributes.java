package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Match;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Points;
import io.lava4j.template.jinja.value.Sequence;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.math.BigInteger;
import java.util.Optional;

/** What a value has inside: {@code value.name} and {@code value[key]}. */
public final class Attributes {

    private Attributes() {}

    /** {@code value.name}: a method or property, else the item of that name. */
    public static Value attribute(Value value, String name) {
        return Members.find(Undefined.used(value), name)
                .or(() -> value instanceof Dict dict ? dict.find(new Str(name)) : Optional.empty())
                .orElseGet(() -> Undefined.attribute(value, name));
    }

    /** {@code value[key]}: an item, else the method or property of that name. */
    public static Value item(Value value, Value key) {
        Undefined.used(value);
        if (value instanceof Dict dict) {
            return dict.find(key).or(() -> named(value, key)).orElseGet(() -> missing(value, key));
        }
        if (Undefined.used(key) instanceof Numeric number && number.isWhole()) {
            return indexed(value, number.whole()).orElseGet(() -> missing(value, key));
        }
        return named(value, key).orElseGet(() -> missing(value, key));
    }

    /** The part of a value that a dotted path of names and numbers leads to. */
    public static Value path(Value value, String path) {
        Value reached = value;
        for (String part : path.split("\\.")) {
            reached = part(reached, part);
        }
        return reached;
    }

    public static Value part(Value value, String part) {
        return item(value, part.matches("\\d{1,9}") ? Int.of(Integer.parseInt(part)) : new Str(part));
    }

    private static Optional<Value> named(Value value, Value key) {
        if (value instanceof Match match) {
            return Optional.of(RegexMethods.group(match, key));
        }
        return key instanceof Str name ? Members.find(value, name.text()) : Optional.empty();
    }

    private static Value missing(Value value, Value key) {
        if (key instanceof Str name) {
            return Undefined.attribute(value, name.text());
        }
        if (key instanceof Int index) {
            return new Undefined("'" + value.type() + " object' has no element " + index.whole(), false);
        }
        throw new Fault("'" + value.type() + " object' has no element of type '" + key.type() + "'");
    }

    private static Optional<Value> indexed(Value value, BigInteger index) {
        if (index.bitLength() > 30) {
            return Optional.empty();
        }
        if (value instanceof Sequence sequence) {
            int at = at(index.intValue(), sequence.items().size());
            return at < 0 ? Optional.empty() : Optional.of(sequence.items().get(at));
        }
        if (value instanceof Str string) {
            int at = at(index.intValue(), Points.length(string.text()));
            return at < 0 ? Optional.empty() : Optional.of(character(string.text(), at));
        }
        return named(value, new Int(index));
    }

    private static Value character(String text, int position) {
        return new Str(Character.toString(text.codePointAt(Points.offset(text, position))));
    }

    private static int at(int index, int length) {
        int at = index < 0 ? index + length : index;
        return at < length ? at : -1;
    }
}
