package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.None;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Points;
import io.lava4j.template.jinja.value.Sequence;
import io.lava4j.template.jinja.value.Slice;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code value[start:stop:step]}. */
public record Sliced(Expression value, Optional<Expression> start, Optional<Expression> stop, Optional<Expression> step)
        implements Expression {

    @Override
    public Value evaluate(Frame frame) {
        Value from = Undefined.used(value.evaluate(frame));
        int stride = bound(step, frame).orElse(1);
        Slice slice = new Slice(bound(start, frame), bound(stop, frame), stride);
        if (from instanceof Str string) {
            frame.budget().text(string.text().length());
            return new Str(Points.pick(string.text(), slice.positions(Points.length(string.text()))));
        }
        if (from instanceof Sequence sequence) {
            frame.budget().items(sequence.items().size());
            List<Value> items = new ArrayList<>();
            slice.positions(sequence.items().size())
                    .forEach(at -> items.add(sequence.items().get(at)));
            return sequence.with(items);
        }
        throw new Fault("'" + from.type() + "' object cannot be sliced");
    }

    private static Optional<Integer> bound(Optional<Expression> bound, Frame frame) {
        Value value = bound.map(given -> Undefined.used(given.evaluate(frame))).orElse(None.NONE);
        if (value == None.NONE) {
            return Optional.empty();
        }
        if (value instanceof Numeric number && number.isWhole()) {
            BigInteger most = BigInteger.valueOf(1 << 30);
            return Optional.of(number.whole().min(most).max(most.negate()).intValue());
        }
        throw new Fault("slice indices must be whole numbers or none, not " + value.type());
    }
}
