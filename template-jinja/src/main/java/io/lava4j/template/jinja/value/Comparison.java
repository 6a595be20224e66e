package io.lava4j.template.jinja.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Equality and order, each comparison a step: nests that share parts would take exponential time. */
public final class Comparison {

    private final Budget budget;

    public Comparison(Budget budget) {
        this.budget = budget;
    }

    public boolean equal(Value left, Value right) {
        budget.step();
        Undefined.used(left);
        Undefined.used(right);
        if (left instanceof Numeric one && right instanceof Numeric other) {
            return numbers(one, other) == 0;
        }
        if (left instanceof Sequence one && right instanceof Sequence other) {
            return left.type().equals(right.type()) && equal(one.items(), other.items());
        }
        if (left instanceof Dict one && right instanceof Dict other) {
            return equal(one, other);
        }
        if (left instanceof DateTime one && right instanceof DateTime other) {
            return one.isAware() == other.isAware() && moments(one, other) == 0;
        }
        return left instanceof Namespace || left instanceof Function ? left == right : left.equals(right);
    }

    private boolean equal(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        budget.enter();
        boolean same = true;
        Iterator<Value> others = right.iterator();
        for (Value one : left) {
            same = same && equal(one, others.next());
        }
        budget.leave();
        return same;
    }

    private boolean equal(Dict left, Dict right) {
        budget.enter();
        boolean same = left.size() == right.size()
                && left.entries().stream().allMatch(entry -> right.find(entry.key())
                        .filter(value -> equal(entry.value(), value))
                        .isPresent());
        budget.leave();
        return same;
    }

    public boolean contains(Value container, Value item) {
        if (container instanceof Str text) {
            if (Undefined.used(item) instanceof Str part) {
                return Search.first(text.text(), part.text(), 0) >= 0;
            }
            throw new Fault("'in <string>' requires string as left operand, not " + item.type());
        }
        if (container instanceof Dict dict) {
            return dict.find(item).isPresent();
        }
        return Iteration.of(container, budget).stream().anyMatch(one -> equal(one, item));
    }

    /** For sorting; a fault for types that have no order. */
    public Comparator<Value> order() {
        return (left, right) -> compare(left, right, "<");
    }

    public int compare(Value left, Value right, String operator) {
        budget.step();
        Undefined.used(left);
        Undefined.used(right);
        if (left instanceof Sequence one
                && right instanceof Sequence other
                && left.type().equals(right.type())) {
            return sequences(one.items(), other.items(), operator);
        }
        return simple(left, right)
                .orElseThrow(() -> new Fault("'" + operator + "' not supported between instances of '" + left.type()
                        + "' and '" + right.type() + "'"));
    }

    private Optional<Integer> simple(Value left, Value right) {
        if (left instanceof Numeric one && right instanceof Numeric other) {
            return Optional.of(numbers(one, other));
        }
        if (left instanceof Str one && right instanceof Str other) {
            return Optional.of(texts(one.text(), other.text()));
        }
        if (left instanceof DateTime one && right instanceof DateTime other) {
            return Optional.of(moments(one, other));
        }
        if (left instanceof Date one && right instanceof Date other) {
            return Optional.of(one.day().compareTo(other.day()));
        }
        if (left instanceof Time one && right instanceof Time other) {
            return Optional.of(one.clock().compareTo(other.clock()));
        }
        if (left instanceof TimeDelta one && right instanceof TimeDelta other) {
            return Optional.of(one.span().compareTo(other.span()));
        }
        return Optional.empty();
    }

    private int sequences(List<Value> left, List<Value> right, String operator) {
        budget.enter();
        int order = 0;
        for (int index = 0; order == 0 && index < Math.min(left.size(), right.size()); index++) {
            if (!equal(left.get(index), right.get(index))) {
                order = compare(left.get(index), right.get(index), operator);
            }
        }
        budget.leave();
        return order == 0 ? Integer.compare(left.size(), right.size()) : order;
    }

    /** By code point, which is not Java's order beyond U+FFFF. */
    private static int texts(String left, String right) {
        int mismatch = Arrays.mismatch(left.toCharArray(), right.toCharArray());
        if (mismatch < 0 || mismatch >= Math.min(left.length(), right.length())) {
            return Integer.compare(left.length(), right.length());
        }
        return Integer.compare(left.codePointAt(mismatch), right.codePointAt(mismatch));
    }

    private static int numbers(Numeric left, Numeric right) {
        if (left.isWhole() && right.isWhole()) {
            return left.whole().compareTo(right.whole());
        }
        if (!Double.isFinite(left.real()) || !Double.isFinite(right.real())) {
            boolean unordered = Double.isNaN(left.real()) || Double.isNaN(right.real());
            return unordered ? 1 : Double.compare(left.real(), right.real());
        }
        return exact(left).compareTo(exact(right));
    }

    private static BigDecimal exact(Numeric number) {
        return number.isWhole() ? new BigDecimal(number.whole()) : new BigDecimal(number.real());
    }

    private static int moments(DateTime left, DateTime right) {
        if (left.isAware() != right.isAware()) {
            throw new Fault("can't compare offset-naive and offset-aware datetimes");
        }
        return left.isAware()
                ? left.instant().compareTo(right.instant())
                : left.local().compareTo(right.local());
    }
}
